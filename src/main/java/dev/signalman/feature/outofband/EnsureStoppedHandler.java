package dev.signalman.feature.outofband;

import dev.signalman.command.EnsureStopped;
import dev.signalman.command.Halt;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.PipelineState;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a deploy, and looks until it is seen to stop. */
final class EnsureStoppedHandler implements Handler<EnsureStopped> {
    private static final Logger LOG = LoggerFactory.getLogger(EnsureStoppedHandler.class);
    private static final int MOST = 8;

    private final Semaphore semaphore;

    @Inject
    EnsureStoppedHandler(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public Outcome handle(EnsureStopped command, Invocation invocation) {
        if (command.attempt() > MOST) {
            LOG.warn("The deploy {} was not seen to stop; stop it by hand", command.pipelineId());
            return Outcome.nothing();
        }
        var wait = Duration.ofSeconds(1L << command.attempt());
        var again = new FollowUp(command.again(), invocation.place(), wait);
        try {
            var state = semaphore.pipelines().describe(command.pipelineId()).state();
            return state.done() || state == PipelineState.STOPPING
                    ? Outcome.nothing()
                    : Outcome.act(new Halt(command.pipelineId())).then(again);
        } catch (SemaphoreException silent) {
            LOG.info("The deploy {} cannot be read: {}", command.pipelineId(), silent.kind());
            return Outcome.nothing().then(again);
        }
    }
}
