package dev.signalman.semaphore;

import dev.signalman.domain.Page;
import dev.signalman.domain.Promotion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists and triggers promotions. Semaphore has no call for the promotions that are possible (docs/semaphore.md,
 * "Promotions").
 */
public interface Promotions {
    /** Lists a pipeline's triggered promotions, newest first, one page; {@code name} null for all. */
    Page<Promotion> list(String pipelineId, @Nullable String name, @Nullable String page);

    /**
     * Triggers a promotion. Semaphore returns no id. A repeated token does not promote again.
     *
     * @param override promote although the pipeline has not passed
     */
    void trigger(String pipelineId, String name, boolean override, Map<String, String> parameters, String requestToken);
}
