package dev.signalman.dispatch;

import java.util.List;

/**
 * Keeps cards of pipelines that are withdrawn, to be summed up, from being made again until that is done. Its row is written in the
 * transaction that withdraws them.
 */
public interface WithdrawnCards {
    /** What is written down when the cards of these pipelines are withdrawn from a channel, before anybody saw them. */
    Row withdrawing(String channel, List<String> pipelineIds);
}
