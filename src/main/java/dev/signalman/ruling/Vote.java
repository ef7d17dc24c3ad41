package dev.signalman.ruling;

/**
 * What somebody said to a request; whether they may is judged each time it is counted.
 *
 * @param name as cards show it
 * @param approves else it rejects
 */
public record Vote(String userId, String name, boolean approves) {}
