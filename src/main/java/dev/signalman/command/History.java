package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks for the last deploys through a promotion; {@code project} null for the channel's own. */
public record History(String promotion, @Nullable String project) implements Command {}
