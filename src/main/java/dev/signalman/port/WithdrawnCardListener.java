package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import java.util.List;

/**
 * Receives pipeline cards that are withdrawn before they were posted, because one message will summarise them. It must
 * prevent that they are posted again meanwhile, so its row is written in the same transaction.
 */
public interface WithdrawnCardListener {
    /** The row to write when the cards of these pipelines are withdrawn from a channel. */
    RowChange withdrawing(String channel, List<String> pipelineIds);
}
