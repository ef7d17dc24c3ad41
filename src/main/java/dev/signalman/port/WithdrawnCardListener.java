package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import java.util.List;

/**
 * Hears of pipeline cards that are withdrawn unseen because one message will sum them up. It must keep them from being posted again
 * meanwhile, so its row is written in the transaction that withdraws them.
 */
public interface WithdrawnCardListener {
    /** The row to write when the cards of these pipelines are withdrawn from a channel. */
    RowChange withdrawing(String channel, List<String> pipelineIds);
}
