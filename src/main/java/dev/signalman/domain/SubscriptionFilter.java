package dev.signalman.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a project's pipelines a channel is told about.
 *
 * @param ref null for every branch, tag and pull request
 * @param endings only these endings; empty for all pipelines
 * @param file the pipeline file, without {@code .semaphore/}; null for every file
 * @param live shown from the pipeline's start; else once it is done
 * @param threads whether later pipelines of a workflow go into the thread of its first message
 * @param mention whether the author of a failure is mentioned, once
 */
public record SubscriptionFilter(
        @Nullable RefPattern ref,
        Set<PipelineEnding> endings,
        @Nullable String file,
        boolean live,
        boolean threads,
        boolean mention) {
    private static final String FOLDER = ".semaphore/";

    /** Every pipeline, once it is done. */
    public static final SubscriptionFilter ALL = new SubscriptionFilter(null, Set.of(), null, false, true, true);

    /** Copies the endings in enum order. */
    public SubscriptionFilter {
        endings = endings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(endings));
        file = file == null ? null : bare(file);
    }

    /** A copy for other references. */
    public SubscriptionFilter of(RefPattern others) {
        return new SubscriptionFilter(others, endings, file, live, threads, mention);
    }

    /** Whether the pipeline's reference and file match. */
    public boolean concerns(Pipeline pipeline) {
        return (ref == null || ref.matches(pipeline.ref())) && (file == null || file.equals(bare(pipeline.file())));
    }

    /**
     * Whether a matching pipeline should be shown now.
     *
     * @param ended the pipeline's endings; empty while it runs
     */
    public boolean wants(Pipeline pipeline, Set<PipelineEnding> ended) {
        if (endings.isEmpty()) {
            return live || pipeline.done();
        }
        return pipeline.done() && endings.stream().anyMatch(ended::contains);
    }

    /** Whether both filters select the same pipelines, however they show them. */
    public boolean sameFilters(SubscriptionFilter other) {
        return Objects.equals(ref, other.ref) && endings.equals(other.endings) && Objects.equals(file, other.file);
    }

    private static String bare(String file) {
        var bare = file;
        while (bare.startsWith(FOLDER)) {
            bare = bare.substring(FOLDER.length());
        }
        return bare;
    }
}
