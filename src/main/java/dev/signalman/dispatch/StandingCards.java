package dev.signalman.dispatch;

/** Which pipelines have a card somewhere. */
@FunctionalInterface
public interface StandingCards {
    /** Whether a pipeline has one in any channel. */
    boolean any(String pipelineId);
}
