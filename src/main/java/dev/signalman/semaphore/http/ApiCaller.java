package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Makes calls with one token: repeats reads, never acts, tells the observer, and says failures in the words of the port. */
final class ApiCaller {
    private final CallObserver observer;
    private final ReadRetries retries;
    private final Credential credential;

    ApiCaller(CallObserver observer, ReadRetries retries, Credential credential) {
        this.observer = observer;
        this.retries = retries;
        this.credential = credential;
    }

    /** Asks a question, again when that may help. */
    <T> T read(String operation, Supplier<T> call) {
        checkToken();
        try {
            return retries.run(() -> timed(operation, call));
        } catch (CallFailure failure) {
            throw told(failure, false);
        }
    }

    /** Asks a question, once, for whoever wants to hear of a failure at once. */
    <T> T once(String operation, Supplier<T> call) {
        checkToken();
        try {
            return timed(operation, call);
        } catch (CallFailure failure) {
            throw told(failure, false);
        }
    }

    /** Asks for an act, once. */
    <T> T act(String operation, Supplier<T> call) {
        checkToken();
        try {
            return timed(operation, call);
        } catch (CallFailure failure) {
            throw told(failure, failure.arrived());
        }
    }

    /** Asks for an act that answers nothing of use, once. */
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

    /** A token with a line break would be quoted in Java's complaint about the header, so it is not tried. */
    private void checkToken() {
        var token = credential.token();
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new SemaphoreException(
                    Kind.BAD_TOKEN,
                    "This cannot be an API token: it is empty or has characters that no token has",
                    false);
        }
    }

    /** Whoever answers may echo what was sent; so short a token as cannot be one would only tear the words apart. */
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
