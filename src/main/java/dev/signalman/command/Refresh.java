package dev.signalman.command;

/** What the bot says to itself: bring the cards of a pipeline up to date wherever they stand, and post none. */
public record Refresh(String pipelineId) implements Command {}
