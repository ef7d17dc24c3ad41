package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Makes API calls with one token: repeats reads but never acts, reports each call to the observer, and turns failures
 * into {@link SemaphoreException}s.
 */
final class ApiCaller {
    private final SemaphoreCallObserver observer;
    private final ReadRetries retries;
    private final Credential credential;

    ApiCaller(SemaphoreCallObserver observer, ReadRetries retries, Credential credential) {
        this.observer = observer;
        this.retries = retries;
        this.credential = credential;
    }

    /** Makes a read, and repeats it when that may help. */
    <T> T read(String operation, Supplier<T> call) {
        checkToken();
        try {
            return retries.run(() -> timed(operation, call));
        } catch (CallFailure failure) {
            throw told(failure, false);
        }
    }

    /** Makes a read once, for callers that want a failure at once. */
    <T> T once(String operation, Supplier<T> call) {
        checkToken();
        try {
            return timed(operation, call);
        } catch (CallFailure failure) {
            throw told(failure, false);
        }
    }

    /** Makes an act's call once. */
    <T> T act(String operation, Supplier<T> call) {
        checkToken();
        try {
            return timed(operation, call);
        } catch (CallFailure failure) {
            throw told(failure, failure.arrived());
        }
    }

    /** Makes an act's call once and ignores the answer. */
    void act(String operation, Runnable call) {
        act(operation, () -> {
            call.run();
            return true;
        });
    }

    private <T> T timed(String operation, Supplier<T> call) {
        long began = System.nanoTime();
        var outcome = "defect";
        try {
            var answer = call.get();
            outcome = "ok";
            return answer;
        } catch (RuntimeException broken) {
            var failure = FeignFailureReader.failure(broken);
            outcome = failure.kind().name().toLowerCase(Locale.ROOT);
            throw failure;
        } finally {
            observer.called(operation, outcome, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** Rejects malformed tokens: Java's exception about a header with a line break would quote the token. */
    private void checkToken() {
        var token = credential.token();
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new SemaphoreException(
                    Kind.BAD_TOKEN, "This isn't an API token: it is empty or has invalid characters", false);
        }
    }

    /**
     * Removes the token, in case the answer echoes it. A very short text is no token, and removing it would only garble
     * the message.
     */
    private String withoutToken(String words) {
        return credential.token().length() < 8 ? words : words.replace(credential.token(), "…");
    }

    private SemaphoreException told(CallFailure failure, boolean mayHaveActed) {
        var words = withoutToken(failure.words());
        var cause = failure.getCause();
        return cause == null
                ? new SemaphoreException(failure.kind(), words, mayHaveActed)
                : new SemaphoreException(failure.kind(), words, mayHaveActed, cause);
    }
}
