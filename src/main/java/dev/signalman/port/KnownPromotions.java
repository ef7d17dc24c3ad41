package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import java.util.List;
import java.util.Set;

/**
 * Promotions known to start from a pipeline. Semaphore has no call for them (docs/semaphore.md, "Promotions"). The
 * sources are the configuration, past promotions and deployment targets, so there may be more.
 */
public interface KnownPromotions {
    /** Names in display order; empty when none is known. */
    List<String> from(Project project, Pipeline pipeline);

    /** All known names in a project. */
    List<String> in(Project project);

    /**
     * The name to send to Semaphore, to which case matters: as it was seen there, else as the configuration lists it, else
     * as a rule names it, else as said. A rule's spelling is a guess, since rules match regardless of case.
     */
    String spelled(Project project, String said);

    /**
     * Reads the project's recent promotions again if {@code promotion} is known from rules alone, or not at all; at most
     * every two minutes.
     */
    void seek(Project project, String promotion);

    /** Pipeline files from which a promotion is known to start; empty when unknown. */
    Set<String> filesOf(Project project, String promotion);

    /** Stores promotions that were seen to start from a pipeline's file, in the invocation's transaction. */
    RowChange seen(Pipeline pipeline, List<String> names);
}
