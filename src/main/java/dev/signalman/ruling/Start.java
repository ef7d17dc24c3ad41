package dev.signalman.ruling;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a deploy would begin, pinned. */
public sealed interface Start {
    /** The pipeline that it begins with; null when there is none yet. */
    @Nullable
    Pipeline pipeline();

    /** By promoting a pipeline, which was read in detail. */
    record Promotion(Pipeline pipeline) implements Start {}

    /**
     * It began already, by a promotion of a pipeline that was made past the bot.
     *
     * @param at when; what holds at certain times is judged as of then
     * @param file the pipeline file that it started
     */
    record Past(Pipeline pipeline, Instant at, String file) implements Start {}

    /**
     * By running a pipeline file of its own.
     *
     * @param commit null for the newest, whichever that will be
     */
    record Run(String file, GitRef ref, @Nullable String commit) implements Start {
        @Override
        public @Nullable Pipeline pipeline() {
            return null;
        }
    }

    /** By running the failed jobs of a deploy again. */
    record Rebuild(Pipeline pipeline) implements Start {}

    /** By running a workflow again whose first pipeline is a deploy. */
    record Rerun(Pipeline pipeline) implements Start {}
}
