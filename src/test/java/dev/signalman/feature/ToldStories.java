package dev.signalman.feature;

import dev.signalman.dispatch.Row;
import dev.signalman.subject.Stories;

/** Nobody did anything from here. */
final class ToldStories implements Stories {
    @Override
    public String of(String pipelineId) {
        return "";
    }

    @Override
    public Row remember(String pipelineId, String words) {
        return connection -> {};
    }
}
