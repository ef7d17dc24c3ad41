package dev.signalman.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Promotes a pipeline.
 *
 * @param parameters in the order they were given
 * @param override promote though the pipeline is not passed
 * @param again promote though this promotion went through on this pipeline before
 * @param because the reason given, if any
 */
public record Promote(
        String promotion,
        Subject subject,
        Map<String, String> parameters,
        boolean override,
        boolean again,
        @Nullable String because)
        implements Command {}
