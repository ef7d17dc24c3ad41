package dev.signalman.subject;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import java.util.List;

/**
 * Which promotions are known to start from a pipeline. Semaphore has no call that tells (docs/semaphore.md, "Promotions"), so
 * this is what the configuration says, what was seen before, and what deployment targets tell; there may be more.
 */
public interface KnownPromotions {
    /** Their names in the order in which they are offered; empty when none is known, or none starts from it. */
    List<String> from(Project project, Pipeline pipeline);
}
