package dev.signalman.semaphore.http;

import dev.signalman.semaphore.SemaphoreException.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failed call, before it is known whether it was a read or an act. */
final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean arrived;
    private final boolean passing;
    private final @Nullable Duration retryAfter;

    /**
     * Creates a failure.
     *
     * @param words for people
     * @param arrived whether the request may have been carried out despite the failure
     * @param passing whether a retry may help
     * @param retryAfter wait that Semaphore asked for, if any
     */
    CallFailure(
            Kind kind,
            String words,
            boolean arrived,
            boolean passing,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.arrived = arrived;
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** An answer that cannot be understood, so its effect is unknown. */
    static CallFailure unreadable(String words) {
        return new CallFailure(Kind.UNREADABLE, words, true, false, null, null);
    }

    /** A refusal without effect. */
    static CallFailure refused(Kind kind, String words) {
        return new CallFailure(kind, words, false, false, null, null);
    }

    /** A copy that is not worth a retry. */
    CallFailure forGood() {
        return new CallFailure(kind, words(), arrived, false, null, getCause());
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return String.valueOf(getMessage());
    }

    boolean arrived() {
        return arrived;
    }

    boolean passing() {
        return passing;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
