package dev.signalman.feature.approvals.request;

import dev.signalman.command.Refusal;
import dev.signalman.domain.Pipeline;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Turns a request into the wish that the rules judge: as requested, with its votes, under the current policies. */
public final class RequestedPromotion {
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;

    @Inject
    RequestedPromotion(
            Semaphore semaphore, ProjectDirectory projects, Supplier<Policies> policies, RuledProjectNames names) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.policies = policies;
        this.names = names;
    }

    /**
     * What the request is about, read again.
     *
     * @throws Refusal when it cannot be told what the request is about
     */
    public Wish of(ApprovalRequest request) {
        var cargo = request.cargo();
        var pipeline = semaphore.pipelines().describeInDetail(cargo.pipelineId());
        if (!pipeline.commit().equals(cargo.commit()) || !pipeline.projectId().equals(cargo.projectId())) {
            throw new Refusal("The commit or project of " + request.named()
                    + " has changed since it was requested, so votes on it no longer count. Promote again to open "
                    + "a new request.");
        }
        var project = projects.withId(cargo.projectId())
                .orElseThrow(() -> new Refusal("I can't see the project of " + request.named()
                        + " any more, so I can't check its rules. Add the bot's Semaphore account to that project, "
                        + "then try again."));
        var pinned = request.pinned();
        return new Wish(
                        pinned.promotion(),
                        project,
                        start(request, pipeline),
                        pinned.parameters(),
                        pinned.override(),
                        request.requester(),
                        request.asked(),
                        policies.get().of(pinned.promotion(), names.of(project).name()))
                .asRequested(request.opened(), request.votes());
    }

    private DeployStart start(ApprovalRequest request, Pipeline pipeline) {
        var held = request.held();
        if (held == null) {
            return new DeployStart.Promotion(pipeline);
        }
        var itself = held.pipelineId().equals(pipeline.id());
        var deploy = itself ? pipeline : semaphore.pipelines().describe(held.pipelineId());
        if (deploy.done()) {
            throw new Refusal("The deploy of " + request.named() + " isn't waiting at the gate any more: it "
                    + deploy.ended() + ". Nothing was changed. To deploy, promote again.");
        }
        return new DeployStart.Held(deploy, itself ? null : pipeline, held.starter());
    }
}
