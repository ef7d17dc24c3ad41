package dev.signalman.simulator.semaphore;

/** A commit; {@code sha} has forty hexadecimal digits. */
public record SimulatedCommit(String sha, String message) {}
