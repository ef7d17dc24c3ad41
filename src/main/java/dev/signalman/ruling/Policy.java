package dev.signalman.ruling;

import dev.signalman.domain.Freeze;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Glob;
import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.RefPattern;
import dev.signalman.semaphore.TokenChoice;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry under {@code promotions:} in the configuration.
 *
 * @param place its place in the file, e.g. {@code promotions[0]}
 * @param name exact, or a glob with {@code *} and {@code ?}; compared as {@link NormalizedName}, so no spelling
 *     bypasses it
 * @param projects where it applies; empty for all projects
 * @param files pipeline files that the promotion starts, so that running or rebuilding one counts as this promotion;
 *     empty when not configured
 * @param from pipeline files that it may start from; empty for any
 * @param branches references that may be promoted; empty for any
 * @param parameters parameters that the promotion takes; null when not configured, so any are allowed
 * @param as whose token the promotion uses
 * @param freezes times at which nothing is promoted
 * @param breakGlass ids of Slack user groups and people who may go ahead alone, with a reason; empty for nobody
 * @param unlock ids of Slack user groups and people who may end another person's lock; if empty, the approvers may
 * @param gated whether a deploy that was started elsewhere may ask at the gate, and waits there for approval
 * @param enforced whether the deployment target of its name admits only the bot's account, and only its branches
 * @param stepUp which decisions need a second factor
 */
public record Policy(
        String place,
        String name,
        List<String> projects,
        List<String> files,
        List<String> from,
        List<RefPattern> branches,
        @Nullable List<Parameter> parameters,
        Approvals approvals,
        TokenChoice as,
        List<Freeze> freezes,
        List<String> breakGlass,
        List<String> unlock,
        boolean gated,
        boolean enforced,
        StepUp stepUp) {
    /** Keeps its own copies. */
    public Policy {
        projects = List.copyOf(projects);
        files = List.copyOf(files);
        from = List.copyOf(from);
        branches = List.copyOf(branches);
        parameters = parameters == null ? null : List.copyOf(parameters);
        freezes = List.copyOf(freezes);
        breakGlass = List.copyOf(breakGlass);
        unlock = List.copyOf(unlock);
    }

    /** A policy without approvals, as if first in the file. */
    public static Policy of(
            String name, List<String> projects, List<String> from, @Nullable List<Parameter> parameters) {
        return new Policy(
                "promotions[0]",
                name,
                projects,
                List.of(),
                from,
                List.of(),
                parameters,
                Approvals.NONE,
                TokenChoice.SERVICE,
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                StepUp.NONE);
    }

    /** The fields that a copy may change. */
    private final class Draft {
        private List<String> starts = files;
        private List<RefPattern> ships = branches;
        private Approvals asks = approvals;
        private TokenChoice whose = as;
        private List<Freeze> freeze = freezes;
        private List<String> breakers = breakGlass;
        private List<String> unlockers = unlock;
        private boolean gate = gated;
        private boolean enforce = enforced;
        private StepUp demands = stepUp;
    }

    /** A copy with a change; the only place that copies a policy. */
    private Policy changed(Consumer<Draft> change) {
        var draft = new Draft();
        change.accept(draft);
        return new Policy(
                place,
                name,
                projects,
                draft.starts,
                from,
                draft.ships,
                parameters,
                draft.asks,
                draft.whose,
                draft.freeze,
                draft.breakers,
                draft.unlockers,
                draft.gate,
                draft.enforce,
                draft.demands);
    }

    /** Sets {@code approvals}. */
    public Policy with(Approvals other) {
        return changed(draft -> draft.asks = other);
    }

    /** The same, but the requester's own vote does not count. */
    public Policy withoutSelfApproval() {
        return with(approvals().withoutSelf());
    }

    /** Sets {@code pipeline_files}: the files that the promotion starts. */
    public Policy starting(List<String> others) {
        return changed(draft -> draft.starts = others);
    }

    /** Sets {@code branches}: only these branches, tags and pull requests may be promoted. */
    public Policy on(String... patterns) {
        return changed(
                draft -> draft.ships = Stream.of(patterns).map(RefPattern::new).toList());
    }

    /** Sets {@code as}: whose token the promotion uses. */
    public Policy as(TokenChoice other) {
        return changed(draft -> draft.whose = other);
    }

    /** Sets {@code freeze}. */
    public Policy frozen(Freeze... others) {
        return changed(draft -> draft.freeze = List.of(others));
    }

    /** Sets {@code break_glass}: who may go ahead alone. */
    public Policy broken(String... ids) {
        return changed(draft -> draft.breakers = List.of(ids));
    }

    /** Sets {@code unlock}: these groups and people may end a lock that somebody else holds. */
    public Policy unlocked(String... ids) {
        return changed(draft -> draft.unlockers = List.of(ids));
    }

    /** Sets {@code gate}: deploys that were started elsewhere wait for approval at the gate. */
    public Policy atTheGate() {
        return changed(draft -> draft.gate = true);
    }

    /** Sets {@code enforce: target}: Semaphore lets only the bot's account promote. */
    public Policy enforcedByTarget() {
        return changed(draft -> draft.enforce = true);
    }

    /** Sets {@code step_up}: these decisions need a second factor. */
    public Policy steppingUp(StepUp other) {
        return changed(draft -> draft.demands = other);
    }

    /** Who may decide under it: the approvers, or whoever may break the glass where it names none. */
    public List<String> deciders() {
        return approvals.approvers().isEmpty() ? breakGlass : approvals.approvers();
    }

    /** Whether it can hold back a promotion: by approvals or a freeze. */
    public boolean guards() {
        return approvals.needed() > 0 || !freezes.isEmpty();
    }

    /** The freezes of several policies. */
    public static List<Freeze> freezes(List<Policy> policies) {
        return policies.stream().flatMap(policy -> policy.freezes().stream()).toList();
    }

    /** Whether it applies to this promotion of this project. */
    public boolean matches(String promotion, String project) {
        return holdsIn(project) && names(promotion);
    }

    /** Whether its name is exact, not a glob. */
    public boolean exact() {
        return name.chars().noneMatch(c -> c == '*' || c == '?');
    }

    /** Whether its name matches this promotion. */
    public boolean names(String promotion) {
        return new Glob(NormalizedName.of(name)).matches(NormalizedName.of(promotion));
    }

    /** Whether its {@code pipeline_files} include this file. */
    public boolean starts(String file) {
        return files.stream().map(Policy::path).anyMatch(path(file)::equals);
    }

    /** Whether the promotion may start from a pipeline of this file. */
    public boolean mayStartFrom(String file) {
        return from.isEmpty() || from.stream().map(Policy::path).anyMatch(path(file)::equals);
    }

    /** Whether this reference may be promoted. */
    public boolean mayShip(GitRef ref) {
        return branches.isEmpty() || branches.stream().anyMatch(pattern -> pattern.matches(ref));
    }

    /** The shortest spelling of a repository path, so no spelling bypasses a policy. */
    public static String path(String path) {
        var steps = new ArrayDeque<String>();
        for (var step : path.strip().replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** Whether it applies in this project. */
    public boolean holdsIn(String project) {
        return projects.isEmpty() || projects.contains(project);
    }

    /**
     * A parameter of a promotion.
     *
     * @param options the only values allowed; empty for any
     */
    public record Parameter(String name, boolean required, List<String> options, String description) {
        /** Keeps its own copy. */
        public Parameter {
            options = List.copyOf(options);
        }
    }
}
