package dev.signalman.dispatch;

import dev.signalman.card.Card;

/**
 * A named mutex that an act holds until it is settled. An act does not begin if another one holds the mutex, or if
 * another one was settled after the decision was made.
 *
 * @param name equal for all acts that exclude each other; the journal does not interpret it
 * @param occupied the answer to the asker while another act holds the mutex
 */
public record ActMutex(String name, Card occupied) {}
