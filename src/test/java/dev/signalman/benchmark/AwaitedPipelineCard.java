package dev.signalman.benchmark;

/**
 * A pipeline with an expected card.
 *
 * @param title title of its commit, by which the card is found
 * @param end its result, in the card's words
 */
record AwaitedPipelineCard(String channel, String title, String end) {}
