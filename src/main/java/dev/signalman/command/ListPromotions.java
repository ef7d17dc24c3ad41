package dev.signalman.command;

/** Asks which promotions were triggered from a pipeline, and which are known to exist. */
public record ListPromotions(Subject subject) implements Command {}
