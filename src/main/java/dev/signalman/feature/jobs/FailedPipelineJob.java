package dev.signalman.feature.jobs;

import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A failed job of a pipeline.
 *
 * @param job as its block lists it
 * @param position its place among the block's jobs of that name, from 0
 * @param alike number of jobs with that name
 */
record FailedPipelineJob(String block, BlockJob job, int position, int alike) {
    /** The failed jobs in the order of blocks and job numbers. */
    static List<FailedPipelineJob> of(Pipeline pipeline) {
        return pipeline.blocks().stream()
                .flatMap(block -> block.jobs().stream()
                        .sorted(Comparator.comparingInt(BlockJob::index))
                        .filter(BlockJob::failed)
                        .map(job -> in(block, job)))
                .toList();
    }

    private static FailedPipelineJob in(Block block, BlockJob job) {
        var alike = alike(block, job.name());
        return new FailedPipelineJob(block.name(), job, alike.indexOf(job), alike.size());
    }

    private static List<BlockJob> alike(Block block, String name) {
        return block.jobs().stream()
                .filter(each -> each.name().equals(name))
                .sorted(Comparator.comparingInt(BlockJob::index))
                .toList();
    }

    /** For example {@code rspec 3 of 8}. */
    String name() {
        return alike == 1 ? job.name() : job.name() + " " + (position + 1) + " of " + alike;
    }

    /** The corresponding job in another pipeline; empty where there is none. */
    Optional<BlockJob> in(Pipeline other) {
        return other.blocks().stream()
                .filter(each -> each.name().equals(block))
                .map(each -> alike(each, job.name()))
                .filter(jobs -> position < jobs.size())
                .map(jobs -> jobs.get(position))
                .findFirst();
    }
}
