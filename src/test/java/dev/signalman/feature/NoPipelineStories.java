package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.PipelineStories;

/** Nobody has started a pipeline through the bot. */
final class NoPipelineStories implements PipelineStories {
    @Override
    public String of(String pipelineId) {
        return "";
    }

    @Override
    public RowChange remember(String pipelineId, String words) {
        return connection -> {};
    }
}
