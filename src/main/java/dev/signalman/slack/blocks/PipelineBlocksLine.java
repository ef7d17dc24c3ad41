package dev.signalman.slack.blocks;

import dev.signalman.card.Symbol;
import dev.signalman.domain.Block;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pipeline's blocks in small print: a few are all listed in order; of many, the failed and running ones and a count.
 */
final class PipelineBlocksLine {
    private static final int FEW = 9;

    private PipelineBlocksLine() {}

    /** At most {@code limits.parts()} pieces. */
    static List<String> of(List<Block> blocks, BlockLimits limits) {
        if (blocks.size() <= Math.min(FEW, limits.parts())) {
            return blocks.stream().map(block -> piece(block, limits)).toList();
        }
        var loud = new ArrayList<Block>();
        blocks.stream().filter(PipelineBlocksLine::failed).forEach(loud::add);
        blocks.stream().filter(PipelineBlocksLine::moving).forEach(loud::add);
        var shown = loud.subList(0, Math.min(loud.size(), limits.parts() - 1));
        var pieces = new ArrayList<>(
                shown.stream().map(block -> piece(block, limits)).toList());
        var rest = new ArrayList<>(blocks.stream()
                .filter(block -> !failed(block) && !moving(block))
                .toList());
        rest.addAll(loud.subList(shown.size(), loud.size()));
        if (!rest.isEmpty()) {
            pieces.add(counted(rest, !shown.isEmpty()));
        }
        return pieces;
    }

    private static String counted(List<Block> rest, boolean more) {
        var counts = rest.stream()
                .collect(Collectors.groupingBy(PipelineBlocksLine::word, LinkedHashMap::new, Collectors.counting()));
        var words = new ArrayList<String>();
        counts.forEach((word, count) -> words.add((more && words.isEmpty() ? count + " more " : count + " ") + word));
        return (more ? "and " : "") + String.join(", ", words);
    }

    private static String piece(Block block, BlockLimits limits) {
        var detail = detail(block);
        return symbol(block).character()
                + " "
                + UntrustedText.visible(block.name(), Math.min(60, limits.words()))
                + (detail.isEmpty() ? "" : "  " + detail);
    }

    private static String detail(Block block) {
        long jobs = block.jobs().size();
        if (block.state() == PipelineState.RUNNING && jobs > 1) {
            return block.finishedJobs() + " of " + jobs + " jobs done";
        }
        var word = word(block);
        return word.equals("passed") || word.equals("not started") ? "" : word;
    }

    private static String word(Block block) {
        return switch (block.state()) {
            case RUNNING -> "running";
            case STOPPING -> "stopping";
            case INITIALIZING, PENDING, QUEUING, WAITING, UNKNOWN -> "not started";
            case DONE -> done(block);
        };
    }

    private static String done(Block block) {
        if (block.skipped()) {
            return "skipped";
        }
        if (block.result() == null) {
            return "ended";
        }
        return switch (block.result()) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case CANCELED -> "canceled";
            case UNKNOWN -> "ended";
        };
    }

    private static Symbol symbol(Block block) {
        if (block.state() == PipelineState.RUNNING) {
            return Symbol.RUNNING;
        }
        if (block.state() == PipelineState.STOPPING) {
            return Symbol.STOPPED;
        }
        if (!block.state().done()) {
            return Symbol.NOT_BEGUN;
        }
        return block.skipped() ? Symbol.SKIPPED : Symbol.of(block.result());
    }

    private static boolean failed(Block block) {
        return block.state().done() && block.result() == Result.FAILED;
    }

    private static boolean moving(Block block) {
        return block.state() == PipelineState.RUNNING || block.state() == PipelineState.STOPPING;
    }
}
