package dev.signalman.journal;

import java.time.Instant;

/**
 * A card that lags behind what is wanted.
 *
 * @param since since when
 * @param granted whether an update of it was granted and not sent yet
 */
record LaggingCard(CardRow row, UpdateUrgency urgency, Instant since, boolean granted) {}
