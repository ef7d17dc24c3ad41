package dev.signalman.simulator.slack;

/**
 * A test lets a person do what Slack's UI does not offer: press a removed button, or post where they are not a member.
 */
public final class ImpossibleActionError extends AssertionError {
    ImpossibleActionError(String message) {
        super(message);
    }
}
