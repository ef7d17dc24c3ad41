package dev.signalman.ruling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the configuration says of promotions. All that match count.
 *
 * @param unnamed whether a promotion is let through that no rule names, in a project in which rules hold
 */
public record Policies(List<Policy> all, boolean unnamed) {
    /** Nothing is said. */
    public static final Policies NONE = new Policies(List.of());

    /** What no rule names is let through only if it is known to start nothing that one guards. */
    public Policies(List<Policy> all) {
        this(all, false);
    }

    /** Keeps its own copy. */
    public Policies {
        all = List.copyOf(all);
    }

    /** Those of a promotion in a project, in the order of the file. */
    public List<Policy> of(String promotion, String project) {
        return all.stream().filter(policy -> policy.matches(promotion, project)).toList();
    }

    /** Those that say that they start a pipeline file, so that a run of it is their promotion. */
    public List<Policy> naming(String file, String project) {
        return in(project).stream().filter(policy -> policy.starts(file)).toList();
    }

    /** Those that hold for a project, whatever the promotion. */
    public List<Policy> in(String project) {
        return all.stream().filter(policy -> policy.holdsIn(project)).toList();
    }

    /** The projects that rules name; a rule that holds in every project names none. */
    public Set<String> projects() {
        return all.stream().flatMap(policy -> policy.projects().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
