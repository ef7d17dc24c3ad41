package dev.signalman.dispatch;

import dev.signalman.card.Card;

/**
 * What an act has to itself until it is settled, as a train has its section of the line. An act that was decided on while
 * another in the same section was open, or before another was settled, does not begin on what it saw then.
 *
 * @param name the same for all acts that keep each other out; the journal reads nothing out of it
 * @param occupied what the asker is told while another is under way
 */
public record ActMutex(String name, Card occupied) {}
