package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks for the newest pipelines; {@code page} null for the first part. */
public record ListPipelines(
        Subject subject,
        @Nullable String file,
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        @Nullable String page)
        implements Command {}
