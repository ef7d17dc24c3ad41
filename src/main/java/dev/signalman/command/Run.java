package dev.signalman.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts a workflow. */
public record Run(
        Subject subject, @Nullable String file, @Nullable String commit, Map<String, String> parameters)
        implements Command {}
