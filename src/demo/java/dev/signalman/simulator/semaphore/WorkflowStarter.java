package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts workflows by push, run or rerun, and rebuilds pipelines. */
public final class WorkflowStarter {
    private static final String QUEUE_IS_FULL = "Limit of queuing pipelines reached";

    private final Organization organization;

    public WorkflowStarter(Organization organization) {
        this.organization = organization;
    }

    /** Starts a workflow by a push of somebody's commit; hook and commit are known at once. */
    public StartedWorkflow push(
            SimulatedProject project, String branchName, String message, SemaphoreUser author, SemaphoreUser pusher) {
        project.reference(branchName);
        var commit = new SimulatedCommit(
                newSha(), message, project.host().authorOf(author.login(), author.name(), branchName));
        var now = organization.now();
        return start(
                project,
                branchName,
                commit,
                project.plan(project.pipelineFile()),
                Map.of(),
                pusher,
                pusher.login(),
                TriggeredBy.HOOK,
                "",
                now);
    }

    /**
     * Runs a file on a reference.
     *
     * @param sha null for the newest commit; ignored where the git host ignores it
     * @throws SemaphoreRefusal when the queue is full
     */
    public StartedWorkflow run(
            SimulatedProject project,
            String reference,
            @Nullable String sha,
            String file,
            Map<String, String> parameters,
            SemaphoreUser requester,
            TriggeredBy by) {
        var branchName = branchName(reference);
        if (isQueueFull(project, branchName, file)) {
            throw SemaphoreRefusal.invalid(QUEUE_IS_FULL);
        }
        var head = newest(project, branchName).map(SimulatedWorkflow::commit);
        var commit = new SimulatedCommit(
                sha == null || !project.host().heeds(branchName, sha)
                        ? head.map(SimulatedCommit::sha).orElseGet(this::newSha)
                        : sha,
                head.map(SimulatedCommit::message).orElse("Start"),
                head.map(SimulatedCommit::author).orElse(""));
        var plan = project.knows(branchName) ? project.plan(file) : PipelinePlan.stuck(file);
        var settled = project.knows(branchName)
                ? organization.now().plus(organization.settings().conceptionDelay())
                : Timeline.NEVER;
        return start(project, branchName, commit, plan, parameters, requester, requester.name(), by, "", settled);
    }

    /** Reruns a workflow, or returns what this token started before, even for another workflow. */
    public StartedWorkflow reschedule(SimulatedWorkflow workflow, String requestToken, SemaphoreUser requester) {
        var before = organization.startedBy(requestToken);
        if (before.isPresent()) {
            return before.get();
        }
        var first = organization.pipeline(workflow.initialPipelineId()).orElseThrow();
        var file = first.plan().file();
        if (isQueueFull(workflow.project(), workflow.branchName(), file)) {
            throw new SemaphoreRefusal(SemaphoreRefusal.Kind.EXHAUSTED, QUEUE_IS_FULL);
        }
        var plan = workflow.project().knows(workflow.branchName())
                ? workflow.project().plan(file)
                : first.plan();
        var started = start(
                workflow.project(),
                workflow.branchName(),
                workflow.commit(),
                plan,
                first.variables(),
                requester,
                workflow.author(),
                workflow.triggeredBy(),
                workflow.id(),
                organization.now());
        organization.remember(requestToken, started);
        return started;
    }

    /** Reruns the jobs that did not pass, or returns what this token started before. */
    public StartedWorkflow rebuild(SimulatedPipeline pipeline, String requestToken, SemaphoreUser requester) {
        var before = organization.startedBy(requestToken);
        if (before.isPresent()) {
            return before.get();
        }
        var now = organization.now();
        if (pipeline.state(now) != SimulatedPipelineState.DONE) {
            throw SemaphoreRefusal.invalid("Only pipelines which are in done state can be partial rebuilt.");
        }
        if (pipeline.timeline().result() == SimulatedResult.PASSED) {
            throw SemaphoreRefusal.invalid("Pipelines which passed can not be partial rebuilt.");
        }
        denial(pipeline, requester).ifPresent(reason -> {
            throw SemaphoreRefusal.invalid("Access to deployment target denied: " + reason);
        });
        var workflow = pipeline.workflow();
        var rebuilt = new SimulatedPipeline(
                organization.newId(),
                workflow,
                workflow.project().plan(pipeline.plan().file()),
                new PipelineOrigin(
                        PipelineOrigin.Kind.PARTIAL_RE_RUN,
                        pipeline.id(),
                        requester.id(),
                        pipeline.origin().promotion(),
                        pipeline.origin().promotionOf()),
                pipeline.variables(),
                now,
                organization.settings().stopGrace(),
                organization.pace(),
                pipeline,
                organization.ids());
        pipeline.rebuiltBy(rebuilt.id());
        organization.add(rebuilt);
        var started = new StartedWorkflow(workflow.id(), rebuilt.id());
        organization.remember(requestToken, started);
        return started;
    }

    private Optional<String> denial(SimulatedPipeline pipeline, SemaphoreUser requester) {
        return organization.promotions().stream()
                .filter(event -> pipeline.id().equals(event.scheduledPipelineId()))
                .findFirst()
                .flatMap(event -> Optional.ofNullable(event.plan().deploymentTarget()))
                .flatMap(name -> organization.targets(pipeline.workflow().project()).stream()
                        .filter(target -> target.name().equals(name))
                        .findFirst())
                .map(target -> target.refusal(requester.id(), pipeline.workflow()));
    }

    private StartedWorkflow start(
            SimulatedProject project,
            String branchName,
            SimulatedCommit commit,
            PipelinePlan plan,
            Map<String, String> variables,
            SemaphoreUser requester,
            String author,
            TriggeredBy by,
            String rerunOf,
            Instant settledAt) {
        var now = organization.now();
        var workflow = new SimulatedWorkflow(
                organization.newId(),
                project,
                organization.branchId(project, branchName),
                branchName,
                commit,
                organization.newId(),
                organization.newId(),
                requester,
                author,
                by,
                rerunOf,
                now,
                settledAt);
        organization.add(workflow);
        organization.add(new SimulatedPipeline(
                workflow.initialPipelineId(),
                workflow,
                plan,
                new PipelineOrigin(PipelineOrigin.Kind.WORKFLOW, "", requester.id(), "", ""),
                variables,
                now,
                organization.settings().stopGrace(),
                organization.pace(),
                null,
                organization.ids()));
        return new StartedWorkflow(workflow.id(), workflow.initialPipelineId());
    }

    private boolean isQueueFull(SimulatedProject project, String branchName, String file) {
        var now = organization.now();
        return organization.pipelines().stream()
                        .filter(each -> each.workflow().project() == project)
                        .filter(each -> each.workflow().branchName().equals(branchName))
                        .filter(each -> each.plan().file().equals(file))
                        .filter(each -> each.state(now).compareTo(SimulatedPipelineState.RUNNING) < 0)
                        .count()
                >= organization.settings().queueLimit();
    }

    private Optional<SimulatedWorkflow> newest(SimulatedProject project, String branchName) {
        return organization.workflows().stream()
                .filter(each -> each.project() == project && each.branchName().equals(branchName))
                .max(Comparator.comparing(SimulatedWorkflow::createdAt));
    }

    private static String branchName(String reference) {
        if (reference.startsWith("refs/heads/")) {
            return reference.substring("refs/heads/".length());
        }
        return reference.startsWith("refs/pull/")
                ? "pull-request-" + reference.substring("refs/pull/".length())
                : reference;
    }

    private String newSha() {
        return (organization.newId() + organization.newId()).replace("-", "").substring(0, 40);
    }
}
