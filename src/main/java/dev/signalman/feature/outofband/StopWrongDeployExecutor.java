package dev.signalman.feature.outofband;

import dev.signalman.command.StopWrongDeploy;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Stops a deploy. Repeating the call has no further effect, so an act that is not seen is repeated. */
final class StopWrongDeployExecutor implements ActExecutor<StopWrongDeploy> {
    private final Semaphore semaphore;

    @Inject
    StopWrongDeployExecutor(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public ActResult carry(StopWrongDeploy pinned, Act act) {
        semaphore.pipelines().stop(pinned.pipelineId());
        return ActResult.done(
                "Stopped a deploy that started a different file than the rules allow",
                Outcome.nothing().waking(Wake.cards(pinned.pipelineId())));
    }

    /** The bot stops the deploy, not the person who promoted. */
    @Override
    public Actor doer(Act act) {
        return Actor.ITSELF;
    }

    @Override
    public ProbeResult lookFor(StopWrongDeploy pinned, Act act) {
        return new ProbeResult.MayBeRepeated("Semaphore didn't confirm that it stopped the deploy.");
    }
}
