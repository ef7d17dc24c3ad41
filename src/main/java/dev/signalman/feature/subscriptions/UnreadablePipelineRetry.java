package dev.signalman.feature.subscriptions;

import dev.signalman.command.Command;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.semaphore.SemaphoreException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retries reading a pipeline, and limits the tries. */
final class UnreadablePipelineRetry {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadablePipelineRetry.class);

    /**
     * Attempts to read a missing pipeline. A hint may arrive before it can be read; after a minute it is gone, or
     * hidden from the token.
     */
    private static final int MOST_MISSES = 6;

    /**
     * Attempts during an outage, for about a day. The polling job does not repeat a hint, so the retries must outlast
     * the outage.
     */
    private static final int MOST = 1_400;

    private UnreadablePipelineRetry() {}

    /**
     * The outcome after a failed read.
     *
     * @param attempt how many attempts failed before
     * @param again the command to retry after a wait
     * @param givenUp the outcome after the last attempt
     */
    static Outcome after(
            SemaphoreException failure, int attempt, Command again, Invocation invocation, Supplier<Outcome> givenUp) {
        if (!givesUp(failure, attempt)) {
            return Outcome.nothing()
                    .then(new FollowUp(again, invocation.place(), RetrySchedule.BACKGROUND.after(attempt)));
        }
        LOG.warn("Gave up reading the pipeline for {}: {}", invocation.id(), failure.kind());
        return givenUp.get();
    }

    private static boolean givesUp(SemaphoreException failure, int attempt) {
        return switch (failure.kind()) {
            case UNREACHABLE, BROKEN, LIMITED, BAD_TOKEN -> attempt >= MOST;
            default -> attempt >= MOST_MISSES;
        };
    }
}
