package dev.signalman.simulator.semaphore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned pipeline file.
 *
 * @param file from the repository's root, such as {@code .semaphore/semaphore.yml}; with a leading slash if it was
 *     started by an absolute path
 * @param startsAfter from creation to the first block
 * @param error why the file is malformed; empty when the pipeline gets stuck instead; else null
 */
public record PipelinePlan(
        String file,
        String name,
        Duration startsAfter,
        List<BlockPlan> blocks,
        List<PromotionPlan> promotions,
        @Nullable String error) {

    public PipelinePlan {
        blocks = List.copyOf(blocks);
        promotions = List.copyOf(promotions);
    }

    /** A file without blocks and promotions yet. */
    public static PipelinePlan pipeline(String file, String name) {
        return new PipelinePlan(file, name, Duration.ofSeconds(3), List.of(), List.of(), null);
    }

    /** A malformed file: its pipelines fail at once. */
    public static PipelinePlan malformed(String file, String error) {
        return new PipelinePlan(file, "Pipeline", Duration.ofSeconds(1), List.of(), List.of(), error);
    }

    /** A file that the git host does not find: Semaphore retries for two minutes, then silently gives up. */
    public static PipelinePlan stuck(String file) {
        return new PipelinePlan(file, "Pipeline", Duration.ofMinutes(2), List.of(), List.of(), "");
    }

    public PipelinePlan startsAfter(Duration time) {
        return new PipelinePlan(file, name, time, blocks, promotions, error);
    }

    /** A copy with another spelling of its file, such as with a leading slash. */
    PipelinePlan spelled(String otherwise) {
        return new PipelinePlan(otherwise, name, startsAfter, blocks, promotions, error);
    }

    /** Adds a block that runs after the previous one has passed. */
    public PipelinePlan block(String block, JobPlan... jobs) {
        var before = blocks.isEmpty()
                ? List.<String>of()
                : List.of(blocks.get(blocks.size() - 1).name());
        return with(new BlockPlan(block, before, List.of(jobs)));
    }

    /** Adds a block that runs after those in {@code after}, which must already exist. */
    public PipelinePlan with(BlockPlan block) {
        var known = blocks.stream().map(BlockPlan::name).toList();
        if (!known.containsAll(block.after()) || known.contains(block.name())) {
            throw new IllegalArgumentException("Block " + block.name() + " cannot stand after " + known);
        }
        var more = new ArrayList<>(blocks);
        more.add(block);
        return new PipelinePlan(file, name, startsAfter, more, promotions, error);
    }

    /** Adds a promotion, or replaces the one with that name. */
    public PipelinePlan promotion(PromotionPlan promotion) {
        var more = new ArrayList<>(promotions);
        more.removeIf(each -> each.name().equals(promotion.name()));
        more.add(promotion);
        return new PipelinePlan(file, name, startsAfter, blocks, more, error);
    }

    /** As {@link #promotion(PromotionPlan)}, in short. */
    public PipelinePlan promotion(String promotion, String pipelineFile, PromotionParameter... parameters) {
        return promotion(PromotionPlan.promotion(promotion, pipelineFile, parameters));
    }

    /** The file's directory without a trailing slash; with a leading one for an absolute path. */
    public String workingDirectory() {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : file.substring(0, slash);
    }

    /** The file's own name. */
    public String yamlFileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
