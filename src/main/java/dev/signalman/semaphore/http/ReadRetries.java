package dev.signalman.semaphore.http;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Retries reads after transient failures: three attempts, with growing waits and jitter. An attempt starts only within
 * the first read time-out, so nobody waits three times for an answer that never comes.
 */
final class ReadRetries {
    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Duration patience;
    private final Retry retry;

    ReadRetries(Duration firstWait, Duration patience) {
        this.patience = patience;
        var growing = IntervalFunction.ofExponentialRandomBackoff(firstWait, 2, 0.5);
        this.retry = Retry.of(
                "semaphore",
                RetryConfig.custom()
                        .maxAttempts(TRIES)
                        .retryOnException(thrown -> thrown instanceof CallFailure failure && worthWaiting(failure))
                        .intervalBiFunction((attempt, outcome) -> wait(growing.apply(attempt), outcome.getLeft()))
                        .build());
    }

    <T> T run(Supplier<T> call) {
        long began = System.nanoTime();
        return retry.executeSupplier(() -> {
            try {
                return call.get();
            } catch (CallFailure failure) {
                throw System.nanoTime() - began < patience.toNanos() ? failure : failure.forGood();
            }
        });
    }

    private static boolean worthWaiting(CallFailure failure) {
        var asked = failure.retryAfter();
        return failure.passing() && (asked == null || asked.compareTo(LONGEST_WAIT) <= 0);
    }

    private static long wait(long growing, Throwable thrown) {
        var asked = thrown instanceof CallFailure failure ? failure.retryAfter() : null;
        return asked == null ? growing : Math.max(growing, asked.toMillis());
    }
}
