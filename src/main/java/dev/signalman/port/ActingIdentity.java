package dev.signalman.port;

import dev.signalman.semaphore.Semaphore;

/**
 * The Semaphore identity of an act: always the owner of the token used (docs/semaphore.md, "Errors").
 *
 * @param semaphore the client with that token; for the act alone, since the bot reads with its own token
 * @param own whether the token is the person's
 * @param words whose token it was, for a card, to follow the person's name; empty if it need not be said
 */
public record ActingIdentity(Semaphore semaphore, boolean own, String words) {}
