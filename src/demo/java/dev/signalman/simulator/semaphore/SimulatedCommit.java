package dev.signalman.simulator.semaphore;

/**
 * A commit.
 *
 * @param sha forty hexadecimal digits
 * @param author who wrote it, as the git host tells: a login, or a name of the author's choice
 */
public record SimulatedCommit(String sha, String message, String author) {}
