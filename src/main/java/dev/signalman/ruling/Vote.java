package dev.signalman.ruling;

/**
 * A person's vote on a request. Whether they may vote is judged each time the votes are counted.
 *
 * @param name as cards show it
 * @param approves false for a rejection
 */
public record Vote(String userId, String name, boolean approves) {}
