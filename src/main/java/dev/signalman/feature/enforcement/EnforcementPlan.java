package dev.signalman.feature.enforcement;

import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Project;
import dev.signalman.domain.TargetAccess;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares deployment targets with the rules that they should enforce, and tells what would change. Changes nothing. */
public final class EnforcementPlan {
    /** Stands for the bot's account as long as nobody knows its id. */
    private static final AdmittedSubject NOT_NAMED_YET = AdmittedSubject.user("");

    private final Supplier<Policies> policies;
    private final EnforcedTargets targets;
    private final BotAccount account;
    private final ProjectDirectory projects;

    @Inject
    EnforcementPlan(
            Supplier<Policies> policies, EnforcedTargets targets, BotAccount account, ProjectDirectory projects) {
        this.policies = policies;
        this.targets = targets;
        this.account = account;
        this.projects = projects;
    }

    /**
     * A rule's promotion in a project, or a target of it.
     *
     * @param name of the target, or the rule's name if there is none
     * @param step whether something is to be done
     * @param lines what, in words
     */
    public record Entry(Policy policy, String project, String name, Step step, List<String> lines) {
        /** Keeps its own copy. */
        public Entry {
            lines = List.copyOf(lines);
        }
    }

    /** What is to be done about a target. */
    public enum Step {
        /** It is as the rule wants it. */
        NOTHING,
        /** The bot changes its rules. */
        CHANGE,
        /** Somebody has to create it. */
        CREATE,
        /** Nobody can tell. */
        UNKNOWN
    }

    /**
     * An entry for each target of each rule with {@code enforce: target}.
     *
     * @throws SemaphoreException when Semaphore does not name the projects
     */
    public List<Entry> entries() {
        var rules = policies.get();
        var entries = new ArrayList<Entry>();
        for (var policy : rules.all()) {
            if (policy.enforced()) {
                missingProjects(policy, entries);
                projects.all().stream()
                        .filter(project -> policy.holdsIn(project.name()))
                        .forEach(project -> look(rules, policy, project, entries));
                if (policy.projects().isEmpty()
                        && entries.stream().noneMatch(entry -> entry.policy().equals(policy))) {
                    entries.add(new Entry(
                            policy,
                            "any project",
                            policy.name(),
                            Step.CREATE,
                            List.of("No project has a deployment target of that name.")));
                }
            }
        }
        return List.copyOf(entries);
    }

    private void missingProjects(Policy policy, List<Entry> entries) {
        var seen = projects.all().stream().map(Project::name).toList();
        policy.projects().stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> entries.add(new Entry(
                        policy,
                        name,
                        policy.name(),
                        Step.UNKNOWN,
                        List.of("The bot's account doesn't see this project."))));
    }

    private void look(Policies rules, Policy policy, Project project, List<Entry> entries) {
        List<DeploymentTarget> found;
        try {
            found = targets.of(project).stream()
                    .filter(target -> policy.names(target.name()))
                    .toList();
        } catch (SemaphoreException silent) {
            entries.add(new Entry(
                    policy,
                    project.name(),
                    policy.name(),
                    Step.UNKNOWN,
                    List.of("Semaphore didn't return its deployment targets: " + silent.words())));
            return;
        }
        var bot = account.under(rules).orElse(null);
        found.forEach(target -> entries.add(compared(rules, policy, project, target, bot)));
        if (found.isEmpty() && !policy.projects().isEmpty()) { // a rule for every project need not find one in each
            entries.add(new Entry(policy, project.name(), policy.name(), Step.CREATE, toCreate(policy, project, bot)));
        }
    }

    private static Entry compared(
            Policies rules, Policy policy, Project project, DeploymentTarget target, @Nullable AdmittedSubject bot) {
        if (bot == null) {
            var branches = TargetAccess.only(NOT_NAMED_YET, EnforcedTargets.branches(rules, project.name(), target));
            return new Entry(policy, project.name(), target.name(), Step.CHANGE, difference(target.access(), branches));
        }
        var wanted = EnforcedTargets.wanted(rules, project.name(), target, bot);
        return target.access().sameAs(wanted)
                ? new Entry(policy, project.name(), target.name(), Step.NOTHING, List.of())
                : new Entry(policy, project.name(), target.name(), Step.CHANGE, difference(target.access(), wanted));
    }

    private static List<String> difference(TargetAccess is, TargetAccess wanted) {
        var lines = new ArrayList<String>();
        if (!is.who().equals(wanted.who())) {
            lines.add("- who   " + is.who());
            lines.add("+ who   "
                    + (wanted.admitsOnly(NOT_NAMED_YET)
                            ? "the bot's account, which Semaphore names at the first change"
                            : wanted.who()));
        }
        if (!is.what().equals(wanted.what())) {
            lines.add("- from  " + is.what());
            lines.add("+ from  " + wanted.what());
        }
        return lines;
    }

    private static List<String> toCreate(Policy policy, Project project, @Nullable AdmittedSubject bot) {
        if (!policy.exact()) {
            return List.of("It has no deployment target whose name " + policy.name() + " matches.");
        }
        if (!policy.name().matches("[A-Za-z0-9_.-]+")) {
            return List.of("A deployment target can't be called so: its name has only letters, digits, dots, dashes "
                    + "and underscores. Rename the promotion.");
        }
        var line = "sem create dt " + policy.name() + " --project-name " + project.name();
        return List.of(
                "There is no deployment target of that name. Create it with the secrets that the deploy needs:",
                bot == null ? line : line + " --subject-rule " + bot.type() + "," + bot.id(),
                "Then name it in the pipeline file, at the promotion: deployment_target: " + policy.name());
    }
}
