package dev.signalman.simulator.slack;

import java.time.Duration;

/** Something that goes wrong with a call. */
public sealed interface SlackFault {
    /** HTTP 429 with {@code Retry-After}. */
    record RateLimited(int seconds) implements SlackFault {}

    /** A bare HTTP status, as a broken Slack gives; nothing was done. */
    record Http(int status) implements SlackFault {}

    /** {@code ok:false} with any word; nothing was done. */
    record Refused(String error) implements SlackFault {}

    /** The call is carried out and the connection is cut before the answer. */
    record AnswerLost() implements SlackFault {}

    /** The connection is cut at once, and the call is carried out when {@link SlackFaults#land()} says so. */
    record LandsLater() implements SlackFault {}

    /** The connection is cut before anything is done. */
    record ConnectionLost() implements SlackFault {}

    /** The call is carried out after that long, in real time. */
    record Slow(Duration delay) implements SlackFault {}
}
