package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks what can be asked; {@code verb} null for all. */
public record Help(@Nullable String verb) implements Command {}
