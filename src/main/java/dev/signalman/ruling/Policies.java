package dev.signalman.ruling;

import dev.signalman.domain.AdmittedSubject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configured promotion policies. Every matching one applies.
 *
 * @param unnamed whether, in a project with rules, a promotion that no rule names is allowed
 * @param deploysAs whom deployment targets of rules with {@code enforce: target} admit; null for the bot's own account,
 *     which Semaphore names at the first change
 */
public record Policies(
        List<Policy> all, boolean unnamed, @Nullable AdmittedSubject deploysAs) {
    public static final Policies NONE = new Policies(List.of());

    /** Policies under which an unnamed promotion is allowed only if it is known to start no guarded file. */
    public Policies(List<Policy> all) {
        this(all, false, null);
    }

    /** Policies for the bot's own account. */
    public Policies(List<Policy> all, boolean unnamed) {
        this(all, unnamed, null);
    }

    /** Keeps its own copy. */
    public Policies {
        all = List.copyOf(all);
    }

    /** The policies that match a promotion in a project, in file order. */
    public List<Policy> of(String promotion, String project) {
        return all.stream().filter(policy -> policy.matches(promotion, project)).toList();
    }

    /** The policies whose {@code pipeline_files} include this file, so that running it counts as their promotion. */
    public List<Policy> naming(String file, String project) {
        return in(project).stream().filter(policy -> policy.starts(file)).toList();
    }

    /** Whether a policy lists that file, in whatever project. */
    public boolean listing(String file) {
        return all.stream().anyMatch(policy -> policy.starts(file));
    }

    /** The policies that apply in a project, whatever the promotion. */
    public List<Policy> in(String project) {
        return all.stream().filter(policy -> policy.holdsIn(project)).toList();
    }

    /** Whether any policy is enforced by a deployment target. */
    public boolean anyEnforced() {
        return all.stream().anyMatch(Policy::enforced);
    }

    /** The projects that policies name; a policy for every project names none. */
    public Set<String> projects() {
        return all.stream().flatMap(policy -> policy.projects().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
