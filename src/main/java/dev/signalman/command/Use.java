package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Sets the project, and perhaps the branch, that this channel means when it names none; {@code project} null clears it. */
public record Use(@Nullable String project, @Nullable String branch) implements Command {}
