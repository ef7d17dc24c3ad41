package dev.signalman.simulator.slack;

import java.time.Instant;

/**
 * What Slack itself tells a person when the app did not answer as it should.
 *
 * @param what the command or control that was used
 * @param error Slack's word: {@code operation_timeout}, {@code dispatch_failed}, or that of a refused answer
 */
public record ScreenError(String person, String where, String what, String error, Instant at) {}
