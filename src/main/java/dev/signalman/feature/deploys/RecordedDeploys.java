package dev.signalman.feature.deploys;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.PromotionRecords;
import dev.signalman.port.PromotionRecords.Kept;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the bot's own records of deploys: who asked and who approved, and deploys that Semaphore's lists no longer
 * contain.
 */
final class RecordedDeploys {
    private static final int MOST = 50;
    /** Maximum number of pipelines read besides the lists, one call each. */
    private static final int MOST_READ = 10;

    private final PromotionRecords records;
    private final Semaphore semaphore;

    @Inject
    RecordedDeploys(PromotionRecords records, Semaphore semaphore) {
        this.records = records;
        this.semaphore = semaphore;
    }

    /**
     * Names the people behind the deploys found, and adds those that are missing.
     *
     * @param promotion null for every name
     */
    void complete(Project project, @Nullable String promotion, RecentPipelines recent, List<Deploy> all) {
        int read = 0;
        for (var kept : records.of(project.id(), promotion, MOST)) {
            int place = place(kept, all);
            if (place >= 0) {
                name(place, kept, all);
                continue;
            }
            var pipeline = recent.withId(kept.pipelineId()).orElse(null);
            if (pipeline == null && read < MOST_READ) {
                read++;
                pipeline = describe(kept.pipelineId());
            }
            all.add(new Deploy(
                    kept.promotion(),
                    kept.parentId(),
                    kept.at(),
                    kept.spoken(),
                    pipeline,
                    "was deployed, result no longer known"));
        }
    }

    private static void name(int place, Kept kept, List<Deploy> all) {
        if (!kept.spoken().isEmpty()) {
            all.set(place, all.get(place).by(kept.spoken()));
        }
    }

    private static int place(Kept kept, List<Deploy> all) {
        for (int n = 0; n < all.size(); n++) {
            var pipeline = all.get(n).pipeline();
            if (pipeline != null && pipeline.id().equals(kept.pipelineId())) {
                return n;
            }
        }
        return -1;
    }

    private @Nullable Pipeline describe(String pipelineId) {
        try {
            return semaphore.pipelines().describe(pipelineId);
        } catch (SemaphoreException failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return null;
            }
            throw failure;
        }
    }
}
