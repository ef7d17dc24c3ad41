package dev.signalman.feature.gate;

import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.gate.GateVisitStore.Visit;
import dev.signalman.port.GateVisits;
import dev.signalman.port.Waker;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Takes the questions of jobs. The answer is for the pipeline, and only a job that still runs gets it. */
final class GateVisitIntake implements GateVisits {
    private final GateVisitStore store;
    private final Waker waker;
    private final Semaphore semaphore;

    @Inject
    GateVisitIntake(GateVisitStore store, Waker waker, Semaphore semaphore) {
        this.store = store;
        this.waker = waker;
        this.semaphore = semaphore;
    }

    @Override
    public Answer ask(String pipelineId, String jobId) {
        try {
            var over = over(pipelineId, jobId);
            if (over != null) {
                return new Answer(Answer.State.CLOSED, over);
            }
        } catch (SemaphoreException silent) {
            return silent.kind() == SemaphoreException.Kind.NOT_FOUND
                    ? new Answer(
                            Answer.State.CLOSED,
                            "I can't see this job in Semaphore. Add the bot's account to the project, then rebuild.")
                    : new Answer(
                            Answer.State.UNKNOWN,
                            "Semaphore doesn't say whether this job is running, so the gate stays closed. Trying again.");
        }
        try {
            store.add(pipelineId);
            if (store.find(pipelineId).filter(Visit::decided).isEmpty()) {
                // each time, since a bot that was killed may have noted the visit only
                waker.wake(Wake.now(ReconcileKey.Kind.GATE, pipelineId, Place.NOWHERE), Actor.NOBODY);
            }
            return answer(pipelineId);
        } catch (IntakeFailedException away) {
            throw away;
        } catch (RuntimeException away) {
            throw new IntakeFailedException(away);
        }
    }

    /** Why this job gets no answer: a token outlives its job, so it could be used for another one. Null if it may ask. */
    private @Nullable String over(String pipelineId, String jobId) {
        if (jobId.isEmpty()) {
            return semaphore.pipelines().describe(pipelineId).done()
                    ? "This pipeline has ended, so the gate doesn't answer it. Start the deploy again."
                    : null;
        }
        var job = semaphore.jobs().describe(jobId);
        if (job.pipelineId() != null && !job.pipelineId().equals(pipelineId)) {
            return "This job belongs to another pipeline than its token says, so the gate stays closed.";
        }
        return job.result() == null
                ? null
                : "The job that this token was made for has ended, so the gate doesn't answer it. Ask with the running "
                        + "job's own token.";
    }

    @Override
    public Answer answer(String pipelineId) {
        return store.find(pipelineId)
                .map(GateVisitIntake::answer)
                .orElse(new Answer(Answer.State.WAITS, "Nobody asked for this pipeline yet."));
    }

    private static Answer answer(Visit visit) {
        return switch (visit.state()) {
            case ASKED -> new Answer(Answer.State.WAITS, "Signalman is checking the rules of this deploy.");
            case WAITS -> new Answer(Answer.State.WAITS, visit.words());
            case OPEN -> new Answer(Answer.State.OPEN, visit.words());
            case CLOSED -> new Answer(Answer.State.CLOSED, visit.words());
        };
    }

    @Override
    public boolean asked(String pipelineId) {
        return store.find(pipelineId).isPresent();
    }
}
