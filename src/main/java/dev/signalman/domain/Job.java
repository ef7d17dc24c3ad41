package dev.signalman.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job, read by its id.
 *
 * @param result null until it is finished
 * @param pipelineId from the job's environment; null where Semaphore hides it
 * @param commitAuthors login of the commit's author at the git host, from the job's environment; empty where Semaphore
 *     tells none, several if the pipeline's file sets others
 */
public record Job(
        String id,
        String name,
        String projectId,
        @Nullable String pipelineId,
        JobState state,
        @Nullable Result result,
        String machineType,
        String osImage,
        String agentName,
        List<String> commands,
        @Nullable Instant created,
        @Nullable Instant started,
        @Nullable Instant finished,
        List<String> commitAuthors) {
    /** Keeps its own copies. */
    public Job {
        commands = List.copyOf(commands);
        commitAuthors = List.copyOf(commitAuthors);
    }
}
