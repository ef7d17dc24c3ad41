package dev.signalman.ruling;

/** Whether a person is among those whom a list names. */
public enum Membership {
    IN,
    OUT,
    /** Slack does not say; treat as not a member. */
    UNKNOWN
}
