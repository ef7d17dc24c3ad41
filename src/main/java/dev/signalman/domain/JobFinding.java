package dev.signalman.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a job besides its state, after its pipeline was.
 *
 * @param started null when unknown, or when it never started
 * @param finished null when unknown
 * @param exitCode of the command that failed; null when none did, or unknown
 * @param history how it ended in earlier runs, as a clause, e.g. {@code new: passed in the last 10 runs}; empty when
 *     unknown
 */
public record JobFinding(
        @Nullable Instant started,
        @Nullable Instant finished,
        @Nullable Integer exitCode,
        String history) {}
