package dev.signalman.slack.blocks;

import dev.signalman.card.PipelineCard;
import dev.signalman.card.Symbol;
import dev.signalman.domain.Block;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.domain.JobFinding;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A pipeline's blocks in small print: a few are all listed in order; of many, the failed and running ones and a count.
 */
final class PipelineBlocksLine {
    private static final int FEW = 9;

    private final PipelineCard card;
    private final BlockLimits limits;

    private PipelineBlocksLine(PipelineCard card, BlockLimits limits) {
        this.card = card;
        this.limits = limits;
    }

    /** At most {@code limits.parts()} pieces. */
    static List<String> of(PipelineCard card, BlockLimits limits) {
        return new PipelineBlocksLine(card, limits).pieces(card.pipeline().blocks());
    }

    private List<String> pieces(List<Block> blocks) {
        if (blocks.size() <= Math.min(FEW, limits.parts())) {
            return blocks.stream().map(this::piece).toList();
        }
        var loud = new ArrayList<Block>();
        blocks.stream().filter(PipelineBlocksLine::failed).forEach(loud::add);
        blocks.stream().filter(PipelineBlocksLine::moving).forEach(loud::add);
        var shown = loud.subList(0, Math.min(loud.size(), limits.parts() - 1));
        var pieces = new ArrayList<>(shown.stream().map(this::piece).toList());
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

    private String piece(Block block) {
        var detail = detail(block);
        return symbol(block).character()
                + " "
                + UntrustedText.visible(block.name(), Math.min(60, limits.words()))
                + (detail.isEmpty() ? "" : "  " + detail);
    }

    private String detail(Block block) {
        long jobs = block.jobs().size();
        if (block.state() == PipelineState.RUNNING && jobs > 1) {
            return block.finishedJobs() + " of " + jobs + " jobs done";
        }
        var word = word(block);
        if (word.equals("passed") || word.equals("failed")) {
            var time = DurationPhrases.written(lasted(block));
            return !time.isEmpty() || word.equals("failed") ? (time.isEmpty() ? word : time) : "";
        }
        return word.equals("not started") ? "" : word;
    }

    /** From the start of its first job to the end of its last; zero unless all are known, and ran in this pipeline. */
    private Duration lasted(Block block) {
        var found = block.jobs().stream()
                .map(job -> card.findings().get(job.id()))
                .filter(Objects::nonNull)
                .filter(each -> each.started() != null && each.finished() != null)
                .toList();
        var began =
                found.stream().map(JobFinding::started).filter(Objects::nonNull).min(Instant::compareTo);
        var ended = found.stream()
                .map(JobFinding::finished)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        var created = card.pipeline().times().created();
        if (found.size() < block.jobs().size()
                || began.isEmpty()
                || ended.isEmpty()
                || ended.get().isBefore(began.get())
                || (created != null && began.get().isBefore(created))) {
            return Duration.ZERO;
        }
        return Duration.between(began.get(), ended.get());
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
