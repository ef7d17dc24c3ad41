package dev.signalman.feature.jobs;

import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A job that failed in a pipeline.
 *
 * @param job as its block lists it
 * @param position its place among the jobs of its block that are named alike, from 0
 * @param alike how many are named so
 */
record FailedPipelineJob(String block, BlockJob job, int position, int alike) {
    /** In the order of the blocks, and in each as its jobs are numbered. */
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

    /** {@code rspec 3 of 8}. */
    String name() {
        return alike == 1 ? job.name() : job.name() + " " + (position + 1) + " of " + alike;
    }

    /** The same job in another pipeline; empty where it is not. */
    Optional<BlockJob> in(Pipeline other) {
        return other.blocks().stream()
                .filter(each -> each.name().equals(block))
                .map(each -> alike(each, job.name()))
                .filter(jobs -> position < jobs.size())
                .map(jobs -> jobs.get(position))
                .findFirst();
    }
}
