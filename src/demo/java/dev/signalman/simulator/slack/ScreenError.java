package dev.signalman.simulator.slack;

import java.time.Instant;

/**
 * Slack's own error message to a person, when the app did not answer properly.
 *
 * @param what the command or control
 * @param error {@code operation_timeout}, {@code dispatch_failed}, or the error of a rejected answer
 */
public record ScreenError(String person, String where, String what, String error, Instant at) {}
