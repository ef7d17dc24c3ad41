package dev.signalman.port;

import dev.signalman.semaphore.Semaphore;

/**
 * Under whose name something is done in Semaphore: that of the token's owner, always (docs/semaphore.md, "Errors").
 *
 * @param semaphore as that one sees it; for the act alone, since what the bot knows it reads with its own token
 * @param own whether it is the person's
 * @param words how a card says whose token it was, to be read behind the person's name; empty where that need not be said
 */
public record ActingIdentity(Semaphore semaphore, boolean own, String words) {}
