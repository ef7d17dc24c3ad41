package dev.signalman.slack.blocks;

import dev.signalman.card.PipelineCard;
import dev.signalman.command.Promote;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A pipeline card as plain sentences, for notifications and screen readers. */
final class PipelineFallbackText {
    private static final int NAME = 100;
    private static final int FEW = 4;

    private PipelineFallbackText() {}

    static String of(PipelineCard card) {
        var sentences = new ArrayList<String>();
        sentences.add(state(card));
        var error = UntrustedText.line(card.pipeline().error(), 200);
        if (!error.isBlank()) {
            sentences.add("Semaphore says: " + error);
        }
        var commit = commit(card);
        if (!commit.isEmpty()) {
            sentences.add(commit);
        }
        if (!card.asked().isBlank()) {
            sentences.add(UntrustedText.line(card.asked(), 200));
        }
        var next = promotions(card);
        if (!next.isEmpty()) {
            sentences.add("It can be promoted to " + or(next));
        }
        return FallbackText.escaped(sentences.stream().map(FallbackText::ended).collect(Collectors.joining(" ")));
    }

    private static String state(PipelineCard card) {
        var pipeline = card.pipeline();
        var why = StateLabels.why(pipeline);
        return subject(card)
                + " "
                + StateLabels.verb(pipeline)
                + on(pipeline.ref())
                + StateLabels.howLong(card, true)
                + StateLabels.stoppedBy(pipeline)
                + (why.isEmpty() ? "" : ", because " + why)
                + detail(card);
    }

    private static String subject(PipelineCard card) {
        var project = UntrustedText.visible(card.project(), NAME);
        return card.pipeline().promoted()
                ? UntrustedText.visible(card.pipeline().name(), NAME) + " of " + project
                : project;
    }

    private static String on(GitRef ref) {
        return ref.name().isBlank() ? "" : " on " + UntrustedText.line(ref.spoken(), NAME);
    }

    private static String detail(PipelineCard card) {
        var pipeline = card.pipeline();
        if (pipeline.state() == PipelineState.RUNNING && !pipeline.blocks().isEmpty()) {
            long passed = pipeline.blocks().stream()
                    .filter(block -> block.result() == Result.PASSED)
                    .count();
            return ": " + passed + " of " + counted(pipeline.blocks().size(), "block") + " passed";
        }
        var failed = FailedJob.of(pipeline);
        if (pipeline.result() != Result.FAILED || failed.isEmpty()) {
            return "";
        }
        var first = failed.get(0);
        var name = UntrustedText.visible(first.block(), NAME);
        return ": "
                + (first.job().isEmpty() ? name : name + ", job " + UntrustedText.visible(first.job(), NAME))
                + (failed.size() == 1 ? "" : ", and " + (failed.size() - 1) + " more");
    }

    private static String counted(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    private static String commit(PipelineCard card) {
        var title = UntrustedText.line(card.pipeline().commitTitle(), 150);
        var by = card.author().isBlank() ? "" : "by " + UntrustedText.line(card.author(), NAME);
        return title.isBlank() || by.isEmpty() ? title + by : title + ", " + by;
    }

    private static List<String> promotions(PipelineCard card) {
        return card.actions().buttons().stream()
                .map(button -> button.command())
                .filter(Promote.class::isInstance)
                .map(command -> UntrustedText.visible(((Promote) command).promotion(), NAME))
                .distinct()
                .limit(FEW)
                .toList();
    }

    private static String or(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
