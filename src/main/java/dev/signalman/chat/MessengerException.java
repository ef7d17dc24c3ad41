package dev.signalman.chat;

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

    /** The ways in which Slack refuses, by what the refusal concerns. */
    public enum Kind {
        /** The method, for now: too many calls of it. */
        LIMITED,
        /** The token or the method: the token is refused or lacks a scope, or the method may not be called from here. */
        NOT_ALLOWED,
        /** The channel: it is not there, archived, or closed to the bot. */
        NO_PLACE,
        /** The channel, perhaps only for a while: somebody suspended posting there, or does not let the bot in. */
        SHUT,
        /** The thread: it is gone or locked, or the channel has none. */
        NO_THREAD,
        /** The message: it is gone. */
        NO_MESSAGE,
        /** The message: it is there and may not be changed any more. */
        FROZEN,
        /** What was sent: it is not well formed, too long, or holds what may not be said there. */
        MALFORMED,
        /** The user or the group: not known, or not in the channel. */
        NOBODY,
        /** A response_url or a trigger was used too often or too late. */
        USED_UP,
        /** Nothing in particular: Slack broke, was not reached or did not answer in time. A message may have been posted all the same. */
        UNREACHABLE,
        /** Anything else that Slack refuses. */
        REFUSED;

        /** Whether the same call may go through in a while, though nobody mends anything. */
        public boolean passing() {
            return this == LIMITED || this == SHUT || this == UNREACHABLE;
        }
    }
}
