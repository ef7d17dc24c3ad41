package dev.signalman.semaphore;

import dev.signalman.domain.Page;
import dev.signalman.domain.Promotion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Promotions: those that were triggered, and a new one. No call tells which could be (docs/semaphore.md, "Promotions"). */
public interface Promotions {
    /** Lists promotions triggered from a pipeline, newest first, one page; {@code name} null for all. */
    Page<Promotion> list(String pipelineId, @Nullable String name, @Nullable String page);

    /**
     * Promotes. Semaphore answers without any id; the same token does not promote again.
     *
     * @param override promote though the pipeline is not passed
     */
    void trigger(String pipelineId, String name, boolean override, Map<String, String> parameters, String requestToken);
}
