package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks for the newest workflows; {@code page} null for the first part. */
public record ListWorkflows(
        Subject subject,
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        @Nullable String page) implements Command {}
