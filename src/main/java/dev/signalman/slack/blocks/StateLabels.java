package dev.signalman.slack.blocks;

import dev.signalman.card.PipelineCard;
import dev.signalman.card.Symbol;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import java.time.Duration;
import java.util.regex.Pattern;

/** Words and emoji for the states of pipelines and blocks. Stopped and canceled look neutral: they are not failures. */
final class StateLabels {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}");

    private StateLabels() {}

    static Symbol symbol(Pipeline pipeline) {
        return switch (pipeline.state()) {
            case DONE -> Symbol.of(pipeline.result());
            case RUNNING -> Symbol.RUNNING;
            case STOPPING -> Symbol.STOPPED;
            case UNKNOWN -> Symbol.NOT_BEGUN;
            case INITIALIZING, PENDING, QUEUING, WAITING -> Symbol.QUEUED;
        };
    }

    /** The state as a verb phrase, e.g. {@code is running}. */
    static String verb(Pipeline pipeline) {
        return switch (pipeline.state()) {
            case DONE -> pipeline.ended();
            case RUNNING -> "is running";
            case STOPPING -> "is stopping";
            case UNKNOWN -> "is in an unknown state";
            case INITIALIZING, PENDING, QUEUING, WAITING -> "is queued";
        };
    }

    /** The duration with its preposition and a leading space; empty when there is none. */
    static String howLong(PipelineCard card, boolean spoken) {
        var pipeline = card.pipeline();
        if (!pipeline.done()) {
            return after(
                    " for ",
                    DurationPhrases.growing(pipeline.state() == PipelineState.RUNNING ? running(card) : waiting(card)));
        }
        var length = running(card);
        return after(
                pipeline.passed() ? " in " : " after ",
                spoken ? DurationPhrases.spoken(length) : DurationPhrases.written(length));
    }

    private static Duration running(PipelineCard card) {
        return card.pipeline().lasted(card.readAt());
    }

    private static Duration waiting(PipelineCard card) {
        var pipeline = card.pipeline();
        var since = pipeline.times().queued() == null
                ? pipeline.times().created()
                : pipeline.times().queued();
        boolean known = since != null
                && pipeline.times().running() == null
                && card.readAt().isAfter(since);
        return known ? Duration.between(since, card.readAt()) : Duration.ZERO;
    }

    private static String after(String preposition, String length) {
        return length.isEmpty() ? "" : preposition + length;
    }

    /** Who stopped it, with a leading space; empty when no name is known. */
    static String stoppedBy(Pipeline pipeline) {
        var who = pipeline.terminatedBy();
        boolean stopped = pipeline.result() == Result.STOPPED || pipeline.result() == Result.CANCELED;
        return stopped && !who.isBlank() && !ID.matcher(who).matches() ? " by " + UntrustedText.visible(who, 60) : "";
    }

    /** Why it ended so, as a clause; empty when it passed, or when the failed jobs say it. */
    static String why(Pipeline pipeline) {
        if (!pipeline.done() || pipeline.passed() || pipeline.reason() == null) {
            return "";
        }
        return pipeline.withoutCommit() ? notFound(pipeline.ref()) : why(pipeline.reason());
    }

    private static String notFound(GitRef ref) {
        if (ref.name().isBlank()) {
            return "its branch or tag was not found";
        }
        return switch (ref.kind()) {
            case BRANCH -> "no such branch was found";
            case TAG -> "no such tag was found";
            case PULL_REQUEST -> "no such pull request was found, or it cannot be merged";
        };
    }

    private static String why(ResultReason reason) {
        return switch (reason) {
            case MALFORMED -> "its pipeline file is invalid";
            case STUCK -> "it got stuck";
            case INTERNAL -> "Semaphore ended it";
            case STRATEGY -> "a newer one replaced it";
            case FAST_FAILING -> "something failed, and the rest was stopped";
            case DELETED -> "its branch was deleted";
            case TIMEOUT -> "it timed out";
            case TEST, USER, SKIPPED, UNKNOWN -> "";
        };
    }
}
