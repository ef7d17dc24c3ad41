package dev.signalman.simulator.slack;

/** A person was to do what Slack's screens do not offer: press a button that is gone, speak where they are no member. */
public final class ImpossibleActionError extends AssertionError {
    ImpossibleActionError(String message) {
        super(message);
    }
}
