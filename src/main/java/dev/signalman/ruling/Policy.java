package dev.signalman.ruling;

import dev.signalman.domain.Freeze;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Glob;
import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.RefPattern;
import dev.signalman.semaphore.TokenChoice;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of promotions of one name.
 *
 * @param place where it stands in the file, e.g. {@code promotions[0]}
 * @param name exact, or a glob with {@code *} and {@code ?}; compared as {@link NormalizedName} writes it, so that no way of writing a name
 *     leads past it
 * @param projects the projects that it holds for; empty for all
 * @param files pipeline files that it starts, so that their run or rebuild is this promotion too; empty when that is not said
 * @param from pipeline files that it may start from; empty for any
 * @param branches what it may be promoted from; empty for anything
 * @param parameters what it takes; null when nothing is said of parameters, so that any are let through
 * @param as with whose token it goes
 * @param freezes times at which nothing is promoted
 * @param breakGlass ids of Slack user groups and people who may go ahead alone, with a reason; when it is empty nobody may
 * @param unlock ids of Slack user groups and people who may end somebody else's lock; when it is empty those who may approve
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
        List<String> unlock) {
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

    /** One that asks for no approval, the first of the file. */
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
                List.of());
    }

    /** The same with other approvals. */
    public Policy with(Approvals other) {
        return new Policy(
                place, name, projects, files, from, branches, parameters, other, as, freezes, breakGlass, unlock);
    }

    /** Sets {@code pipeline_files}: the files that the promotion starts. */
    public Policy starting(List<String> others) {
        return new Policy(
                place, name, projects, others, from, branches, parameters, approvals, as, freezes, breakGlass, unlock);
    }

    /** Sets {@code branches}: only these branches, tags and pull requests may be promoted. */
    public Policy on(String... patterns) {
        return new Policy(
                place,
                name,
                projects,
                files,
                from,
                Stream.of(patterns).map(RefPattern::new).toList(),
                parameters,
                approvals,
                as,
                freezes,
                breakGlass,
                unlock);
    }

    /** The same with another one's token. */
    public Policy as(TokenChoice other) {
        return new Policy(
                place,
                name,
                projects,
                files,
                from,
                branches,
                parameters,
                approvals,
                other,
                freezes,
                breakGlass,
                unlock);
    }

    /** The same with times at which nothing is promoted. */
    public Policy frozen(Freeze... others) {
        return new Policy(
                place,
                name,
                projects,
                files,
                from,
                branches,
                parameters,
                approvals,
                as,
                List.of(others),
                breakGlass,
                unlock);
    }

    /** The same, whose glass these may break. */
    public Policy broken(String... ids) {
        return new Policy(
                place, name, projects, files, from, branches, parameters, approvals, as, freezes, List.of(ids), unlock);
    }

    /** Sets {@code unlock}: these groups and people may end a lock that somebody else holds. */
    public Policy unlocked(String... ids) {
        return new Policy(
                place,
                name,
                projects,
                files,
                from,
                branches,
                parameters,
                approvals,
                as,
                freezes,
                breakGlass,
                List.of(ids));
    }

    /** Whether it keeps anything back: whether it asks for approvals, or freezes. */
    public boolean guards() {
        return approvals.needed() > 0 || !freezes.isEmpty();
    }

    /** Whether it is about this promotion of this project. */
    public boolean matches(String promotion, String project) {
        return holdsIn(project) && names(promotion);
    }

    /** Whether its name is one promotion's, and no glob. */
    public boolean exact() {
        return name.chars().noneMatch(c -> c == '*' || c == '?');
    }

    /** Whether it is about promotions of that name, in the projects that it holds for. */
    public boolean names(String promotion) {
        return new Glob(NormalizedName.of(name)).matches(NormalizedName.of(promotion));
    }

    /** Whether it says that this file is started by it. */
    public boolean starts(String file) {
        return files.stream().map(Policy::path).anyMatch(path(file)::equals);
    }

    /** Whether it lets a promotion start from a pipeline of that file. */
    public boolean mayStartFrom(String file) {
        return from.isEmpty() || from.stream().map(Policy::path).anyMatch(path(file)::equals);
    }

    /** Whether it lets what stands there be promoted. */
    public boolean mayShip(GitRef ref) {
        return branches.isEmpty() || branches.stream().anyMatch(pattern -> pattern.matches(ref));
    }

    /** A path in a repository as it would be written shortest, so that no other way of writing it leads past a policy. */
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

    /** Whether it is about promotions of this project at all. */
    public boolean holdsIn(String project) {
        return projects.isEmpty() || projects.contains(project);
    }

    /**
     * A parameter that a promotion takes.
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
