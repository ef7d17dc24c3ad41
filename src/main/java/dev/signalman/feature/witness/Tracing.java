package dev.signalman.feature.witness;

import dev.signalman.dispatch.SectionActs;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.ruling.Gate;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out by which promotion a pipeline came to be, and whose that was. */
final class Tracing {
    /** Acts are forgotten after a week. */
    private static final Duration ACTS_ARE_KNOWN = Duration.ofDays(6);

    private static final int MOST_PAGES = 20;

    private final Semaphore semaphore;
    private final SectionActs acts;
    private final Records records;
    private final InstantSource clock;

    @Inject
    Tracing(Semaphore semaphore, SectionActs acts, Records records, InstantSource clock) {
        this.semaphore = semaphore;
        this.acts = acts;
        this.records = records;
        this.clock = clock;
    }

    /**
     * What was promoted.
     *
     * @return empty while Semaphore's list does not name the pipeline
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Optional<Seen> see(Pipeline pipeline, String parentId) {
        return list(parentId, null).stream()
                .filter(event -> pipeline.id().equals(event.pipelineId()))
                .findFirst()
                .map(event -> new Seen(pipeline, parentId, event));
    }

    /**
     * Whose that was.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Whose whose(Seen seen) {
        var event = seen.event();
        if (event.automatic()) {
            return new Whose.Automatic();
        }
        var known = records.ofParent(seen.parentId());
        var free = acts.of(Gate.section(seen.parentId(), event.name())).stream()
                .filter(act -> !known.acts().contains(act.invocationId()))
                .toList();
        if (free.isEmpty()) {
            return unaccounted(event);
        }
        // read again after the acts were: whatever an act has made that is done stands in this list
        var events = list(seen.parentId(), event.name()).stream()
                .filter(each -> each.pipelineId() == null || !known.pipelines().contains(each.pipelineId()))
                .toList();
        var matching = new Matching(oldestFirst(events), free);
        var ours = events.stream()
                .filter(each -> seen.pipeline().id().equals(each.pipelineId()))
                .findFirst()
                .flatMap(matching::actOf);
        if (ours.isPresent()) {
            return new Whose.Ours(ours.get());
        }
        return matching.undecided(event) ? new Whose.Open() : unaccounted(event);
    }

    private Whose unaccounted(Promotion event) {
        var at = event.triggered();
        return at != null && at.isBefore(clock.instant().minus(ACTS_ARE_KNOWN))
                ? new Whose.Forgotten()
                : new Whose.Others();
    }

    private static List<Promotion> oldestFirst(List<Promotion> newestFirst) {
        var all = new ArrayList<>(newestFirst);
        Collections.reverse(all);
        return all;
    }

    private List<Promotion> list(String parentId, @Nullable String name) {
        var all = new ArrayList<Promotion>();
        String page = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var read = semaphore.promotions().list(parentId, name, page);
            all.addAll(read.items());
            page = read.next();
            if (page == null) {
                break;
            }
        }
        return all;
    }
}
