package dev.signalman.feature.enforcement;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Project;
import dev.signalman.feature.enforcement.EnforcementPlan.Entry;
import dev.signalman.feature.enforcement.EnforcementPlan.Step;
import dev.signalman.port.OutsideProtection.Protection;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says of each rule what becomes of its promotion when somebody starts it outside the bot: enforced by Semaphore, held at
 * the gate, or only watched; and whether deployment targets are as {@code enforce: target} wants them.
 */
final class ProtectionCheck implements Check {
    private static final String ELSEWHERE = "promotions outside Signalman";

    /** Number of projects on which a rule for every project is tried. */
    private static final int MOST = 20;

    private final Supplier<Policies> policies;
    private final EnforcedTargets targets;
    private final BotAccount account;
    private final EnforcementPlan plan;
    private final ProjectDirectory projects;
    private final DatabaseOpenResult databaseOpenResult;

    @Inject
    ProtectionCheck(
            Supplier<Policies> policies,
            EnforcedTargets targets,
            BotAccount account,
            EnforcementPlan plan,
            ProjectDirectory projects,
            DatabaseOpenResult databaseOpenResult) {
        this.policies = policies;
        this.targets = targets;
        this.account = account;
        this.plan = plan;
        this.projects = projects;
        this.databaseOpenResult = databaseOpenResult;
    }

    @Override
    public String about() {
        return ELSEWHERE;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var rules = policies.get();
        if (rules.all().isEmpty()) {
            return List.of();
        }
        try {
            var read = new LinkedHashMap<String, List<DeploymentTarget>>();
            var checkResults = new ArrayList<CheckResult>();
            rules.all().forEach(policy -> checkResults.add(standing(rules, policy, read)));
            refused()
                    .forEach(row -> checkResults.add(CheckResult.wrong(
                            ELSEWHERE + ", " + row.target() + " of " + row.project(),
                            String.valueOf(row.words()),
                            EnforceExecutor.passes(String.valueOf(row.words()))
                                    ? "Run doctor again in a minute."
                                    : "Fix this in Semaphore: the bot's account needs the role Admin in the project. It is retried "
                                            + "every hour.")));
            plan.entries().stream()
                    .filter(entry -> entry.step() != Step.NOTHING)
                    .forEach(entry -> checkResults.add(open(entry)));
            return List.copyOf(checkResults);
        } catch (SemaphoreException silent) {
            return List.of(CheckResult.unknown(
                    ELSEWHERE,
                    "Semaphore didn't return the deployment targets.",
                    "Fix the Semaphore problem above, then run doctor again."));
        }
    }

    /** The changes that Semaphore refused; none where the database cannot be read. */
    private List<EnforcedTarget> refused() {
        return databaseOpenResult
                .having("enforced_target")
                .map(database -> new EnforcedTargetStore(database.jdbi()).all())
                .orElse(List.of())
                .stream()
                .filter(row -> row.state() == EnforcedTarget.State.REFUSED)
                .toList();
    }

    private CheckResult standing(Policies rules, Policy policy, Map<String, List<DeploymentTarget>> read) {
        var byWords = projects.all().stream()
                .filter(project -> policy.holdsIn(project.name()))
                .limit(MOST)
                .collect(Collectors.groupingBy(
                        project -> protection(rules, policy, project, read).words(),
                        LinkedHashMap::new,
                        Collectors.mapping(Project::name, Collectors.joining(", "))));
        var words = byWords.entrySet().stream()
                .map(each -> policy.name() + " of " + each.getValue() + " is " + each.getKey() + ".")
                .collect(Collectors.joining(" "));
        return CheckResult.fine(where(policy), words.isEmpty() ? "The rule applies to no project." : words);
    }

    private Protection protection(
            Policies rules, Policy policy, Project project, Map<String, List<DeploymentTarget>> read) {
        var found = read.computeIfAbsent(project.id(), id -> targets.of(project)).stream()
                .filter(target -> policy.names(target.name()))
                .toList();
        return new Protection(
                TargetProtection.enforcement(found, account.under(rules).orElse(null)), policy.gated());
    }

    private static CheckResult open(Entry entry) {
        var what = where(entry.policy()) + ", " + entry.project();
        var which = entry.name() + " of " + entry.project();
        var lines = String.join(" ", entry.lines());
        return switch (entry.step()) {
            case CHANGE ->
                CheckResult.worthALook(
                        what,
                        "The deployment target " + which + " isn't as enforce: target wants it.",
                        "serve changes it within a minute; \"signalman enforce --plan\" shows what. The bot's account "
                                + "needs the role Admin in the project.");
            case CREATE -> CheckResult.wrong(what, "enforce: target has no effect on " + which + ".", lines);
            default -> CheckResult.wrong(what, "enforce: target has no effect on " + which + " yet.", lines);
        };
    }

    private static String where(Policy policy) {
        return ELSEWHERE + ", " + policy.place() + " (" + policy.name() + ")";
    }
}
