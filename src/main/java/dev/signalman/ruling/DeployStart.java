package dev.signalman.ruling;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a deploy would begin, pinned. */
public sealed interface DeployStart {
    /** The pipeline that it begins with; null when there is none yet. */
    @Nullable
    Pipeline pipeline();

    /** The verb with which it is asked for. */
    String verb();

    /**
     * The pipeline file that it says it runs, to be compared with what a rule says its promotion starts; null where that is compared once
     * the deploy is seen.
     */
    @Nullable
    String statedFile();

    /** By promoting a pipeline, which was read in detail. */
    record Promotion(Pipeline pipeline) implements DeployStart {
        @Override
        public String verb() {
            return "promote";
        }

        @Override
        public @Nullable String statedFile() {
            return null;
        }
    }

    /**
     * It began already, by a promotion of a pipeline that was made past the bot.
     *
     * @param at when; what holds at certain times is judged as of then
     * @param file the pipeline file that it started
     */
    record Past(Pipeline pipeline, Instant at, String file) implements DeployStart {
        @Override
        public String verb() {
            return "promote";
        }

        @Override
        public @Nullable String statedFile() {
            return null;
        }
    }

    /**
     * By running a pipeline file of its own.
     *
     * @param commit null for the newest, whichever that will be
     */
    record Run(String file, GitRef ref, @Nullable String commit) implements DeployStart {
        @Override
        public @Nullable Pipeline pipeline() {
            return null;
        }

        @Override
        public String verb() {
            return "run";
        }

        @Override
        public String statedFile() {
            return file;
        }
    }

    /** By running the failed jobs of a deploy again. */
    record Rebuild(Pipeline pipeline) implements DeployStart {
        @Override
        public String verb() {
            return "rebuild";
        }

        @Override
        public String statedFile() {
            return pipeline.file();
        }
    }

    /** By running a workflow again whose first pipeline is a deploy. */
    record Rerun(Pipeline pipeline) implements DeployStart {
        @Override
        public String verb() {
            return "rerun";
        }

        @Override
        public String statedFile() {
            return pipeline.file();
        }
    }
}
