package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks what is on each promotion of a project; {@code project} null for the channel's own. */
public record Deploys(@Nullable String project) implements Command {}
