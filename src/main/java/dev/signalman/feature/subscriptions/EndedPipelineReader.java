package dev.signalman.feature.subscriptions;

import dev.signalman.command.Summarize;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the pipelines that ended in a span of time. */
final class EndedPipelineReader {
    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 20;

    private final Semaphore semaphore;
    private final InstantSource clock;

    @Inject
    EndedPipelineReader(Semaphore semaphore, InstantSource clock) {
        this.semaphore = semaphore;
        this.clock = clock;
    }

    /**
     * The pipelines, newest first; the oldest are left out if there are more than a thousand.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore cannot be read
     */
    List<Pipeline> in(Summarize.Span span) {
        var since = span.since().at(clock.instant());
        var until = span.until().at(clock.instant());
        var filter = Pipelines.Filter.ofProject(span.projectId())
                .done(since, until.plusSeconds(1)) // Semaphore's upper bound is exclusive and has whole seconds
                .pageOf(ON_A_PAGE);
        return Pages.read(MOST_PAGES, page -> semaphore.pipelines().list(filter, page)).items().stream()
                .filter(pipeline -> within(since, pipeline.times().done(), until))
                .toList();
    }

    private static boolean within(Instant since, @Nullable Instant done, Instant until) {
        return done != null && done.isAfter(since) && !done.isAfter(until);
    }
}
