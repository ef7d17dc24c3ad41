package dev.signalman.benchmark;

/**
 * A pipeline whose card is waited for.
 *
 * @param title the title of its commit, by which its card is found
 * @param end how it ends, in the card's words
 */
record AwaitedPipelineCard(String channel, String title, String end) {}
