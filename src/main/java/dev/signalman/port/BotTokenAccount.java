package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import java.util.Optional;

/**
 * The Semaphore account of the bot's token. No call names a token's owner, but the answers to some changes name who made
 * them (docs/semaphore.md, "Deployment targets"), so it is learned from these.
 */
public interface BotTokenAccount {
    /** Its id; empty until an answer named it. */
    Optional<String> id();

    /** Stores what an answer to the bot's own call named, in the transaction that settles the act. */
    RowChange learning(String account);
}
