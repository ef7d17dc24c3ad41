package dev.signalman.feature.pipelines;

import dev.signalman.card.Symbol;
import dev.signalman.domain.Pipeline;

/** A pipeline's state as a word and a symbol, for lines of lists. */
final class PipelineStateLabel {
    private PipelineStateLabel() {}

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
}
