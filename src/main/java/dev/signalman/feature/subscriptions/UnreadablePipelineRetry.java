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

/** How often a pipeline is looked for again that cannot be read. */
final class UnreadablePipelineRetry {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadablePipelineRetry.class);

    /** A pipeline may be hinted at before it can be read; after a minute it is gone, or hidden from us. */
    private static final int MOST_MISSES = 6;

    /** Some day: what the polling job hinted at once, it does not hint at again. */
    private static final int MOST = 1_400;

    private UnreadablePipelineRetry() {}

    /**
     * What follows from a failure.
     *
     * @param attempt how many failed before
     * @param again what is tried after a wait
     * @param givenUp what is left when it was tried often enough
     */
    static Outcome after(
            SemaphoreException failure, int attempt, Command again, Invocation invocation, Supplier<Outcome> givenUp) {
        if (!givesUp(failure, attempt)) {
            return Outcome.nothing()
                    .then(new FollowUp(again, invocation.place(), RetrySchedule.BACKGROUND.after(attempt)));
        }
        LOG.warn("{} is given up: {}", invocation.id(), failure.kind());
        return givenUp.get();
    }

    private static boolean givesUp(SemaphoreException failure, int attempt) {
        return switch (failure.kind()) {
            case UNREACHABLE, BROKEN, LIMITED, BAD_TOKEN -> attempt >= MOST;
            default -> attempt >= MOST_MISSES;
        };
    }
}
