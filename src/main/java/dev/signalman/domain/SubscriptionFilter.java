package dev.signalman.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel wants to hear of a project's pipelines.
 *
 * @param ref null for every branch, tag and pull request
 * @param endings empty for all; else only what ended so, which nobody knows before the end
 * @param file the pipeline file, without {@code .semaphore/}; null for every one
 * @param live shown from the start of a pipeline; else once it is done
 * @param threads later pipelines of a workflow stand in the thread of its first message
 * @param mention the author of a failure is mentioned, once
 */
public record SubscriptionFilter(
        @Nullable RefPattern ref,
        Set<PipelineEnding> endings,
        @Nullable String file,
        boolean live,
        boolean threads,
        boolean mention) {
    private static final String FOLDER = ".semaphore/";

    /** Everything, once it is done. */
    public static final SubscriptionFilter ALL = new SubscriptionFilter(null, Set.of(), null, false, true, true);

    /** Keeps its own copy, in the order of the endings. */
    public SubscriptionFilter {
        endings = endings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(endings));
        file = file == null ? null : bare(file);
    }

    /** The same of these references alone. */
    public SubscriptionFilter of(RefPattern others) {
        return new SubscriptionFilter(others, endings, file, live, threads, mention);
    }

    /** Whether a pipeline's reference and file are meant. */
    public boolean concerns(Pipeline pipeline) {
        return (ref == null || ref.matches(pipeline.ref())) && (file == null || file.equals(bare(pipeline.file())));
    }

    /** Whether a pipeline that is concerned shall be shown now, which is done when it ended as {@code ended} says. */
    public boolean wants(Pipeline pipeline, Set<PipelineEnding> ended) {
        if (endings.isEmpty()) {
            return live || pipeline.done();
        }
        return pipeline.done() && endings.stream().anyMatch(ended::contains);
    }

    /** Whether it means the same pipelines, however they are shown. */
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
