package dev.signalman.subject;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the configuration says of projects, by their names. */
public record ProjectSettings(Map<String, Setting> byName) {
    /**
     * What it says of one.
     *
     * @param defaultBranch the branch that a bare project name means; null when it is not said
     * @param promotions names that are known to exist, in the order in which they are offered
     */
    public record Setting(@Nullable String defaultBranch, List<String> promotions) {}

    /** Keeps its own copy. */
    public ProjectSettings {
        byName = Map.copyOf(byName);
    }

    /** What is said of a project; nothing when it is not mentioned. */
    public Setting of(String project) {
        return byName.getOrDefault(project, new Setting(null, List.of()));
    }
}
