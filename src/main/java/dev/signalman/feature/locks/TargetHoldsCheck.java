package dev.signalman.feature.locks;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.Project;
import dev.signalman.feature.locks.TargetHold.State;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks that freezes for Semaphore's web have a deployment target to hold, and whether Semaphore refused to change
 * one.
 */
final class TargetHoldsCheck implements Check {
    private static final String TARGETS = "deployment targets";

    /** Number of projects on which a rule for every project is tried. */
    private static final int MOST = 20;

    private final Supplier<Policies> policies;
    private final DatabaseOpenResult databaseOpenResult;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;

    @Inject
    TargetHoldsCheck(
            Supplier<Policies> policies,
            DatabaseOpenResult databaseOpenResult,
            Semaphore semaphore,
            ProjectDirectory projects) {
        this.policies = policies;
        this.databaseOpenResult = databaseOpenResult;
        this.semaphore = semaphore;
        this.projects = projects;
    }

    @Override
    public String about() {
        return TARGETS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var checkResults = new ArrayList<CheckResult>();
        barred().stream().filter(row -> row.words() != null).forEach(row -> checkResults.add(refused(row)));
        var binding = policies.get().all().stream()
                .filter(policy -> policy.freezes().stream().anyMatch(Freeze::server))
                .toList();
        try {
            binding.forEach(policy -> look(policy, checkResults));
        } catch (SemaphoreException failure) {
            checkResults.add(unread(failure));
        }
        return checkResults.isEmpty() && !binding.isEmpty()
                ? List.of(CheckResult.fine(TARGETS, "Each freeze with server: true has its deployment target."))
                : checkResults;
    }

    /** The holds; empty where the database cannot be read, or has no tables yet. */
    private List<TargetHold> barred() {
        return databaseOpenResult
                .having("barred_target")
                .map(database -> new JdbiTargetHolds(database.jdbi()).all())
                .orElse(List.of());
    }

    private static CheckResult refused(TargetHold row) {
        var which = row.target() + " of " + row.what().project();
        if (CordonExecutor.passes(String.valueOf(row.words()))) {
            return CheckResult.unknown(
                    TARGETS + ", " + which,
                    String.valueOf(row.words()),
                    "Run doctor again in a minute. If it persists, check the target in Semaphore.");
        }
        return CheckResult.wrong(
                TARGETS + ", " + which,
                String.valueOf(row.words()),
                row.state() == State.REFUSED
                        ? "Give the bot's account the role Admin in the project. It is retried every hour."
                        : "It is still deactivated although nothing needs that. Activate it in Semaphore, or give the "
                                + "bot's account the role Admin.");
    }

    private static CheckResult unread(SemaphoreException failure) {
        return failure.kind() == Kind.FEATURE_OFF
                ? CheckResult.wrong(
                        TARGETS,
                        "A freeze has server: true, but the organization has no deployment targets.",
                        "Remove server: true from signalman.yml. The freeze still applies to promotions through "
                                + "Signalman.")
                : CheckResult.unknown(
                        TARGETS,
                        "Semaphore didn't return the deployment targets.",
                        "Fix the Semaphore problem above, then run doctor again.");
    }

    private void look(Policy policy, List<CheckResult> checkResults) {
        var concerned = projects.all().stream()
                .filter(project -> policy.holdsIn(project.name()))
                .limit(MOST)
                .toList();
        var without = concerned.stream()
                .filter(project -> semaphore.deploymentTargets().list(project.id()).stream()
                        .map(DeploymentTarget::name)
                        .noneMatch(policy::names))
                .map(Project::name)
                .toList();
        // a rule for every project need not find a target in each
        if (without.isEmpty() || (policy.projects().isEmpty() && without.size() < concerned.size())) {
            return;
        }
        checkResults.add(CheckResult.worthALook(
                TARGETS + ", " + policy.place() + " (" + policy.name() + ")",
                "No deployment target of that name in " + String.join(", ", without)
                        + ", so the freeze only applies to promotions through Signalman.",
                "Create a deployment target of that name and use it in the promotion, or remove server: true."));
    }
}
