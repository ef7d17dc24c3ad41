package dev.signalman.subject;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configured projects, by name. */
public record ProjectSettings(Map<String, Setting> byName) {
    /**
     * The settings of one project.
     *
     * @param defaultBranch the branch that a bare project name means; null when not configured
     * @param promotions known names, in display order
     */
    public record Setting(@Nullable String defaultBranch, List<String> promotions) {}

    /** Keeps its own copy. */
    public ProjectSettings {
        byName = Map.copyOf(byName);
    }

    /** A project's settings; empty when it is not configured. */
    public Setting of(String project) {
        return byName.getOrDefault(project, new Setting(null, List.of()));
    }
}
