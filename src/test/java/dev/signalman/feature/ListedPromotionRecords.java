package dev.signalman.feature;

import dev.signalman.port.PromotionRecords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of a list, newest first. */
record ListedPromotionRecords(List<Kept> kept) implements PromotionRecords {
    @Override
    public List<Kept> of(String projectId, @Nullable String promotion, int most) {
        return kept.stream()
                .filter(each -> promotion == null || each.promotion().equals(promotion))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Kept> find(String pipelineId) {
        return kept.stream()
                .filter(each -> each.pipelineId().equals(pipelineId))
                .findFirst();
    }
}
