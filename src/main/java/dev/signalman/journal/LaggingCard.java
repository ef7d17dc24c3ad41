package dev.signalman.journal;

import java.time.Instant;

/**
 * A card with an unsent change.
 *
 * @param since when the oldest unsent change was made
 * @param granted whether its update was granted and not sent yet
 */
record LaggingCard(CardRow row, UpdateUrgency urgency, Instant since, boolean granted) {}
