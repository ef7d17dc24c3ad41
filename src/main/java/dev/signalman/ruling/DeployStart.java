package dev.signalman.ruling;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a deploy would start, pinned to ids. */
public sealed interface DeployStart {
    /** The pipeline it starts from; null when there is none yet. */
    @Nullable
    Pipeline pipeline();

    /** The pipeline that is promoted; null where none is. */
    @Nullable
    Pipeline promoted();

    /** The verb that asks for it. */
    String verb();

    /**
     * The pipeline file that the command itself names, to be compared with the rules; null where the comparison waits
     * until the deploy is seen.
     */
    @Nullable
    String statedFile();

    /** When it started past the bot, for rules that depend on the time; null if it did not. */
    default @Nullable Instant made() {
        return null;
    }

    /** A promotion of a pipeline, which was read in detail. */
    record Promotion(Pipeline pipeline) implements DeployStart {
        @Override
        public Pipeline promoted() {
            return pipeline;
        }

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
     * A promotion that somebody already made past the bot.
     *
     * @param at when it was made; time-dependent rules are judged as of then
     * @param file the pipeline file that it started
     */
    record Past(Pipeline pipeline, Instant at, String file) implements DeployStart {
        @Override
        public Instant made() {
            return at;
        }

        @Override
        public Pipeline promoted() {
            return pipeline;
        }

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
     * A run, rerun or rebuild of a deploy's file that somebody already made past the bot.
     *
     * @param at when it was made; time-dependent rules are judged as of then
     */
    record PastRun(Pipeline pipeline, Instant at) implements DeployStart {
        @Override
        public Instant made() {
            return at;
        }

        @Override
        public @Nullable Pipeline promoted() {
            return null;
        }

        @Override
        public String verb() {
            return "run";
        }

        @Override
        public String statedFile() {
            return pipeline.file();
        }
    }

    /**
     * A run of a pipeline file.
     *
     * @param commit null for the newest at that time
     */
    record Run(String file, GitRef ref, @Nullable String commit) implements DeployStart {
        @Override
        public @Nullable Pipeline pipeline() {
            return null;
        }

        @Override
        public @Nullable Pipeline promoted() {
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

    /** A rebuild of a deploy's failed jobs. */
    record Rebuild(Pipeline pipeline) implements DeployStart {
        @Override
        public @Nullable Pipeline promoted() {
            return null;
        }

        @Override
        public String verb() {
            return "rebuild";
        }

        @Override
        public String statedFile() {
            return pipeline.file();
        }
    }

    /** A rerun of a workflow whose first pipeline is a deploy. */
    record Rerun(Pipeline pipeline) implements DeployStart {
        @Override
        public @Nullable Pipeline promoted() {
            return null;
        }

        @Override
        public String verb() {
            return "rerun";
        }

        @Override
        public String statedFile() {
            return pipeline.file();
        }
    }

    /**
     * A deploy that was started elsewhere and whose first job waits at the gate.
     *
     * @param deploy the pipeline that waits
     * @param parent the pipeline that it was promoted from; null for a run, a rebuild, or a rerun
     * @param starter who started it
     */
    record Held(Pipeline deploy, @Nullable Pipeline parent, Starter starter) implements DeployStart {
        /** The pipeline whose commit ships. */
        @Override
        public Pipeline pipeline() {
            return parent == null ? deploy : parent;
        }

        @Override
        public @Nullable Pipeline promoted() {
            return parent;
        }

        @Override
        public String verb() {
            return "promote";
        }

        @Override
        public String statedFile() {
            return deploy.file();
        }
    }

    /**
     * Who started a deploy elsewhere.
     *
     * @param name their name in Semaphore, or what they are; for the ledger
     * @param how a sentence without a full stop, e.g. {@code Bob started it outside Signalman}
     * @param people ids of the Slack accounts that may be this person; empty when unknown
     * @param person whether it was a person, and not Semaphore itself by a schedule or an automatic promotion
     */
    record Starter(String name, String how, List<String> people, boolean person) {
        /** Keeps its own copy. */
        public Starter {
            people = List.copyOf(people);
        }

        /** Whether a voter may be this person without anybody knowing. */
        public boolean unknown() {
            return person && people.isEmpty();
        }
    }
}
