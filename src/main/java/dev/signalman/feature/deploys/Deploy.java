package dev.signalman.feature.deploys;

import dev.signalman.card.Symbol;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A deploy: what went, or tried to go, through a promotion.
 *
 * @param parentId the pipeline that was promoted
 * @param at when it was asked for
 * @param who {@code by Bob}, {@code by itself}; empty when nobody can tell
 * @param pipeline the promoted pipeline; null when there is none, or it could not be read
 * @param without what is said when there is no pipeline
 */
record Deploy(
        String promotion,
        String parentId,
        @Nullable Instant at,
        String who,
        @Nullable Pipeline pipeline,
        String without) {
    /** The newest first; those whose time is not known last. */
    static final Comparator<Deploy> NEWEST_FIRST = Comparator.comparing(
                    Deploy::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed();

    /** The same, made by whoever that was. */
    Deploy by(String others) {
        return new Deploy(promotion, parentId, at, others, pipeline, without);
    }

    boolean passed() {
        return pipeline != null && pipeline.passed();
    }

    /** Since when it stands there. */
    @Nullable
    Instant since() {
        return pipeline == null || pipeline.times().done() == null
                ? at
                : pipeline.times().done();
    }

    /** How it went. */
    String outcome() {
        if (pipeline == null) {
            return without;
        }
        if (!pipeline.done()) {
            return "is on its way";
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
