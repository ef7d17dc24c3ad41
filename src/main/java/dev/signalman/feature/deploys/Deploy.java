package dev.signalman.feature.deploys;

import dev.signalman.card.Symbol;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A deploy: a promotion that was made or tried.
 *
 * @param parentId the pipeline that was promoted
 * @param at when it was triggered
 * @param who {@code by Bob}, {@code by itself}; empty when unknown
 * @param pipeline the promoted pipeline; null when there is none, or it could not be read
 * @param without text to show when there is no pipeline
 */
record Deploy(
        String promotion,
        String parentId,
        @Nullable Instant at,
        String who,
        @Nullable Pipeline pipeline,
        String without) {
    /** Newest first; unknown times last. */
    static final Comparator<Deploy> NEWEST_FIRST = Comparator.comparing(
                    Deploy::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed();

    /** Sets who made it. */
    Deploy by(String others) {
        return new Deploy(promotion, parentId, at, others, pipeline, without);
    }

    boolean passed() {
        return pipeline != null && pipeline.passed();
    }

    /** When it was done, or else triggered. */
    @Nullable
    Instant since() {
        return pipeline == null || pipeline.times().done() == null
                ? at
                : pipeline.times().done();
    }

    String outcome() {
        if (pipeline == null) {
            return without;
        }
        if (!pipeline.done()) {
            return "is in progress";
        }
        return pipeline.ended();
    }

    Symbol symbol() {
        if (pipeline == null) {
            return Symbol.NOT_BEGUN;
        }
        if (!pipeline.done()) {
            return Symbol.RUNNING;
        }
        return Symbol.of(pipeline.result());
    }
}
