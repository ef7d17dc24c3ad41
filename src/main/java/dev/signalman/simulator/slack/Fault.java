package dev.signalman.simulator.slack;

import java.time.Duration;

/** Something that goes wrong with a call. */
public sealed interface Fault {
    /** HTTP 429 with {@code Retry-After}. */
    record RateLimited(int seconds) implements Fault {}

    /** A bare HTTP status, as a broken Slack gives; nothing was done. */
    record Http(int status) implements Fault {}

    /** {@code ok:false} with any word; nothing was done. */
    record Refused(String error) implements Fault {}

    /** The call is carried out and the connection is cut before the answer. */
    record AnswerLost() implements Fault {}

    /** The connection is cut at once, and the call is carried out when {@link Faults#land()} says so. */
    record LandsLater() implements Fault {}

    /** The connection is cut before anything is done. */
    record ConnectionLost() implements Fault {}

    /** The call is carried out after that long, in real time. */
    record Slow(Duration delay) implements Fault {}
}
