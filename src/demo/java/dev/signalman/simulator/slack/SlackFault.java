package dev.signalman.simulator.slack;

import java.time.Duration;

/** A fault of a call. */
public sealed interface SlackFault {
    /** HTTP 429 with {@code Retry-After}. */
    record RateLimited(int seconds) implements SlackFault {}

    /** A bare HTTP status from a broken Slack; nothing was done. */
    record Http(int status) implements SlackFault {}

    /** {@code ok:false} with any error; nothing was done. */
    record Refused(String error) implements SlackFault {}

    /** The call is carried out, but the connection is cut before the answer. */
    record AnswerLost() implements SlackFault {}

    /** The connection is cut at once; the call is carried out at {@link SlackFaults#land()}. */
    record LandsLater() implements SlackFault {}

    /** The connection is cut before anything is done. */
    record ConnectionLost() implements SlackFault {}

    /** The call is carried out after a delay in real time. */
    record Slow(Duration delay) implements SlackFault {}
}
