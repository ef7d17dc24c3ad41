package dev.signalman.ruling;

import java.util.List;

/** What the configuration says of promotions. All that match count. */
public record Policies(List<Policy> all) {
    /** Nothing is said. */
    public static final Policies NONE = new Policies(List.of());

    /** Keeps its own copy. */
    public Policies {
        all = List.copyOf(all);
    }

    /** Those of a promotion in a project, in the order of the file. */
    public List<Policy> of(String promotion, String project) {
        return all.stream().filter(policy -> policy.matches(promotion, project)).toList();
    }

    /** Those by which a run of a pipeline file is a promotion; {@code file} as {@link Policy#path} writes it. */
    public List<Policy> naming(String file, String project) {
        return in(project).stream()
                .filter(policy -> policy.files().stream().map(Policy::path).anyMatch(file::equals))
                .toList();
    }

    /** Those that hold for a project, whatever the promotion. */
    public List<Policy> in(String project) {
        return all.stream().filter(policy -> policy.holdsIn(project)).toList();
    }
}
