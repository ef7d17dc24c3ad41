package dev.signalman.slack.blocks;

import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.Pipeline;
import java.util.ArrayList;
import java.util.List;

/**
 * A failed job or block of a pipeline.
 *
 * @param block the block's name
 * @param id the job's id; empty when the block itself could not run
 * @param job the job's name, numbered among jobs of that name; empty when the block itself could not run
 * @param error Semaphore's message about the block; usually empty
 */
record FailedJob(String block, String id, String job, String error) {

    static List<FailedJob> of(Pipeline pipeline) {
        var failed = new ArrayList<FailedJob>();
        for (var block : pipeline.blocks()) {
            if (!block.error().isBlank()) {
                failed.add(new FailedJob(block.name(), "", "", block.error()));
            }
            block.jobs().stream()
                    .filter(BlockJob::failed)
                    .forEach(job -> failed.add(new FailedJob(block.name(), job.id(), named(job, block), "")));
        }
        return failed;
    }

    private static String named(BlockJob job, Block block) {
        var alike = block.jobs().stream()
                .filter(other -> other.name().equals(job.name()))
                .toList();
        return alike.size() == 1 ? job.name() : job.name() + " " + (alike.indexOf(job) + 1) + " of " + alike.size();
    }

    /** For example {@code Test › rspec 3 of 8}. */
    String title(int max) {
        var name = UntrustedText.visible(block, max);
        return job.isEmpty() ? name : name + " › " + UntrustedText.visible(job, max);
    }
}
