package dev.signalman.chat;

import java.time.Duration;

/** A call to Slack failed. */
public final class MessengerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final Duration retryAfter;

    /** A failure; {@code words} are Slack's error, without secrets. */
    public MessengerException(Kind kind, String words, Duration retryAfter) {
        super(words);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** A failure without a time to wait. */
    public MessengerException(Kind kind, String words) {
        this(kind, words, Duration.ZERO);
    }

    /** The kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** How long Slack asks to wait before this method is called again; zero if unspecified. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The kinds of failure, by what they concern. */
    public enum Kind {
        /** The method, for now: too many calls of it. */
        LIMITED,
        /** The token or method: the token is refused or lacks a scope, or the method may not be called from here. */
        NOT_ALLOWED,
        /** The channel: it does not exist, is archived, or is closed to the bot. */
        NO_PLACE,
        /** The channel, perhaps only for a while: posting is suspended, or the bot may not join. */
        SHUT,
        /** The thread: it is gone or locked, or the channel has none. */
        NO_THREAD,
        /** The message: it is gone. */
        NO_MESSAGE,
        /** The message: it exists but can no longer be changed. */
        FROZEN,
        /** The content: malformed, too long, or not allowed there. */
        MALFORMED,
        /** The user or group: unknown, or not in the channel. */
        NOBODY,
        /** The {@code response_url} or trigger: used too often or too late. */
        USED_UP,
        /** Slack failed, was not reached or did not answer in time. The message may have been posted. */
        UNREACHABLE,
        /** Any other refusal. */
        REFUSED;

        /** Whether the call may succeed later without anybody's help. */
        public boolean passing() {
            return this == LIMITED || this == SHUT || this == UNREACHABLE;
        }
    }
}
