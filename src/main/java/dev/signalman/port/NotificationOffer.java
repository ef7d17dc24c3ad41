package dev.signalman.port;

import dev.signalman.card.Card;
import dev.signalman.dispatch.Invocation;
import java.util.Optional;

/** Offers to have Semaphore notify the bot, where that is possible and not done yet. */
@FunctionalInterface
public interface NotificationOffer {
    /** A card for the asker alone; empty if there is nothing to offer them, or Semaphore does not say. */
    Optional<Card> card(Invocation invocation);
}
