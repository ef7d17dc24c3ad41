package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.PipelineStartNotes;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nobody has started a pipeline through the bot. */
final class NoPipelineStartNotes implements PipelineStartNotes {
    @Override
    public String of(String pipelineId) {
        return "";
    }

    @Override
    public @Nullable String reference(String pipelineId) {
        return null;
    }

    @Override
    public RowChange remember(String pipelineId, String words, @Nullable String reference) {
        return connection -> {};
    }

    @Override
    public RowChange startedBy(String pipelineId, String userId) {
        return connection -> {};
    }

    @Override
    public Set<String> startedBy(String userId, Collection<String> pipelineIds) {
        return Set.of();
    }
}
