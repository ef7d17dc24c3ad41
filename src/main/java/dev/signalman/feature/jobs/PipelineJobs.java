package dev.signalman.feature.jobs;

import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.JobState;
import dev.signalman.domain.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The jobs of a pipeline.
 *
 * @param inOrder by block, then by job number
 */
record PipelineJobs(List<BlockJob> inOrder) {
    static PipelineJobs of(Pipeline pipeline) {
        return new PipelineJobs(pipeline.blocks().stream()
                .map(Block::jobs)
                .flatMap(jobs -> jobs.stream().sorted(Comparator.comparingInt(BlockJob::index)))
                .toList());
    }

    Optional<BlockJob> firstFailed() {
        return inOrder.stream().filter(BlockJob::failed).findFirst();
    }

    /** Failed jobs first, then running ones, then the others. */
    List<BlockJob> worstFirst() {
        return inOrder.stream()
                .sorted(Comparator.comparingInt(job -> job.failed() ? 0 : job.state() == JobState.FINISHED ? 2 : 1))
                .toList();
    }
}
