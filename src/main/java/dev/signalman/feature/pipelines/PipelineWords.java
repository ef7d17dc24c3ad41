package dev.signalman.feature.pipelines;

import dev.signalman.card.Symbol;
import dev.signalman.domain.Pipeline;
import java.time.Duration;
import java.util.Locale;

/** A pipeline's state in a word and a picture, for lines of lists. */
final class PipelineWords {
    private PipelineWords() {}

    static String state(Pipeline pipeline) {
        if (!pipeline.done()) {
            return switch (pipeline.state()) {
                case RUNNING -> "is running";
                case STOPPING -> "is stopping";
                default -> "is waiting";
            };
        }
        return pipeline.ended();
    }

    static Symbol symbol(Pipeline pipeline) {
        if (!pipeline.done()) {
            return switch (pipeline.state()) {
                case RUNNING, STOPPING -> Symbol.RUNNING;
                default -> Symbol.QUEUED;
            };
        }
        return Symbol.of(pipeline.result());
    }

    /** How long ago, in the largest unit that fits: {@code 3 min ago}. */
    static String age(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        if (age.toDays() < 1) {
            return age.toHours() + " h ago";
        }
        return String.format(Locale.ROOT, "%d %s ago", age.toDays(), age.toDays() == 1 ? "day" : "days");
    }
}
