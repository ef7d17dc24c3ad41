package dev.signalman.semaphore.http;

import dev.signalman.semaphore.SemaphoreException.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that failed, before it is known whether it was a read or an act. */
final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean arrived;
    private final boolean passing;
    private final @Nullable Duration retryAfter;

    /**
     * Tells a failure.
     *
     * @param words for people
     * @param arrived whether what was asked for may have been done all the same
     * @param passing whether asking again may help
     * @param retryAfter how long Semaphore asked to be left alone, if it did
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

    /** Something answered, but it is not understood, so what it did is not known. */
    static CallFailure unreadable(String words) {
        return new CallFailure(Kind.UNREADABLE, words, true, false, null, null);
    }

    /** Refused, and not done. */
    static CallFailure refused(Kind kind, String words) {
        return new CallFailure(kind, words, false, false, null, null);
    }

    /** The same, not worth another try. */
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
