package dev.signalman.dispatch;

import java.time.Duration;

/** Slack did not do what it was asked for. */
public final class MessengerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final Duration retryAfter;

    /** Tells a failure; {@code words} are Slack's own, without secrets. */
    public MessengerException(Kind kind, String words, Duration retryAfter) {
        super(words);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** Tells a failure after which there is nothing to wait for. */
    public MessengerException(Kind kind, String words) {
        this(kind, words, Duration.ZERO);
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** How long Slack asks to wait with this method; zero when it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The ways in which Slack refuses. */
    public enum Kind {
        /** Too many calls of this method. */
        LIMITED,
        /** The channel is not there, archived, or closed to the bot. */
        NO_PLACE,
        /** The message to change is gone, or not the bot's. */
        NO_MESSAGE,
        /** The message is not well formed or too long. */
        MALFORMED,
        /** The token is refused or lacks a scope. */
        NOT_ALLOWED,
        /** A response_url or a trigger was used too often or too late. */
        USED_UP,
        /** Slack broke, was not reached or did not answer in time; a message may have been posted all the same. */
        UNREACHABLE,
        /** Anything else that Slack refuses; trying again will not help. */
        REFUSED
    }
}
