package dev.signalman.feature.runs;

import dev.signalman.card.Answer;
import dev.signalman.command.Noun;
import dev.signalman.command.Observe;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Carrier;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Sighting;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;

/** Stops a job, a pipeline or a workflow; stopping what is stopped changes nothing, so asking twice is harmless. */
final class StopCarrier implements Carrier<Stop> {
    private final Semaphore semaphore;

    @Inject
    StopCarrier(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public Carried carry(Stop pinned, Act act) {
        var subject = (Subject.Id) pinned.subject();
        var reason = "Stopped by " + act.actor().name();
        if (subject.noun() == Noun.JOB) {
            return job(subject.id(), act);
        }
        if (subject.noun() == Noun.WORKFLOW) {
            var running = running(subject.id());
            semaphore.workflows().stop(subject.id());
            return Carried.done(
                    "Stopped",
                    List.of(),
                    running.stream().map(id -> observe(id, reason, act)).toList());
        }
        semaphore.pipelines().stop(subject.id());
        return Carried.done("Stopped", observe(subject.id(), reason, act));
    }

    @Override
    public Sighting lookFor(Stop pinned, Act act) {
        return new Sighting.MayBeRepeated("Semaphore did not say whether it stopped it.");
    }

    private List<String> running(String workflowId) {
        return semaphore.pipelines().list(Pipelines.Filter.ofWorkflow(workflowId), null).items().stream()
                .filter(pipeline -> !pipeline.done())
                .map(Pipeline::id)
                .toList();
    }

    private Carried job(String jobId, Act act) {
        var job = semaphore.jobs().describe(jobId);
        semaphore.jobs().stop(jobId);
        var said = new Delivery.ToPlace(
                act.place(),
                Answer.of("Job " + job.name() + " was stopped by " + act.actor().name() + "."));
        var pipelineId = job.pipelineId();
        return Carried.done(
                "Stopped", List.of(said), pipelineId == null ? List.of() : List.of(observe(pipelineId, "", act)));
    }

    private static FollowUp observe(String pipelineId, String reason, Act act) {
        return FollowUp.now(new Observe(pipelineId, null, reason, 0), act.place());
    }
}
