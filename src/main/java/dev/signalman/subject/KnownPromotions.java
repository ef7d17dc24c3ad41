package dev.signalman.subject;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import java.util.List;
import java.util.Set;

/**
 * Which promotions are known to start from a pipeline. Semaphore has no call that tells (docs/semaphore.md, "Promotions"), so
 * this is what the configuration says, what was promoted before, and what deployment targets tell; there may be more.
 */
public interface KnownPromotions {
    /** Their names in the order in which they are offered; empty when none is known, or none starts from it. */
    List<String> from(Project project, Pipeline pipeline);

    /** All that are known in a project, whatever they start from. */
    List<String> in(Project project);

    /** Reads afresh what was promoted lately in a project, if a name is asked for that is not known; at most every two minutes. */
    void seek(Project project, String promotion);

    /** The pipeline files from which a promotion is known to start in a project; empty when that is not known. */
    Set<String> filesOf(Project project, String promotion);

    /** Remembers promotions that were seen to start from a pipeline's file, in the invocation's own transaction. */
    RowChange seen(Pipeline pipeline, List<String> names);
}
