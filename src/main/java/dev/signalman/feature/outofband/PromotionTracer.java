package dev.signalman.feature.outofband;

import dev.signalman.dispatch.ActResult;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.port.ActsByMutex;
import dev.signalman.port.ActsByMutex.Gone;
import dev.signalman.ruling.Gate;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.TargetPromotionHistory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the promotion that started a pipeline, and who made it. */
final class PromotionTracer {
    /** Acts expire after a week; this leaves a margin. */
    private static final Duration ACTS_ARE_KNOWN = Duration.ofDays(6);

    private static final int MOST_PAGES = 20;

    /** A deployment target lists or denies a promotion within a minute. */
    private static final Duration LISTED_WITHIN = Duration.ofSeconds(70);

    private final Semaphore semaphore;
    private final ActsByMutex acts;
    private final JdbiPromotionRecords records;
    private final TargetPromotionHistory guarded;
    private final InstantSource clock;

    @Inject
    PromotionTracer(
            Semaphore semaphore,
            ActsByMutex acts,
            JdbiPromotionRecords records,
            TargetPromotionHistory guarded,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.acts = acts;
        this.records = records;
        this.guarded = guarded;
        this.clock = clock;
    }

    /**
     * The promotion that started a pipeline.
     *
     * @return empty while Semaphore's list does not name the pipeline
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore cannot be read
     */
    Optional<ObservedPromotion> see(Pipeline pipeline, String parentId) {
        return list(parentId, null).stream()
                .filter(event -> pipeline.id().equals(event.pipelineId()))
                .findFirst()
                .map(event -> new ObservedPromotion(pipeline, parentId, event));
    }

    /**
     * Who made the promotion.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore cannot be read
     */
    PromotionOwner whose(ObservedPromotion observed) {
        var event = observed.event();
        if (event.automatic()) {
            return new PromotionOwner.Automatic();
        }
        var known = records.ofParent(observed.parentId());
        var free = acts.of(Gate.section(observed.parentId(), event.name())).stream()
                .filter(act -> !known.acts().contains(act.invocationId()))
                .toList();
        if (free.isEmpty()) {
            return unaccounted(event);
        }
        // list again, after the acts were read
        var events = list(observed.parentId(), event.name()).stream()
                .filter(each -> each.pipelineId() == null || !known.pipelines().contains(each.pipelineId()))
                .toList();
        var standing = standing(observed, free, events);
        if (standing.isEmpty()) {
            return new PromotionOwner.Open();
        }
        var promotionMatcher = new PromotionMatcher(oldestFirst(events), standing.get());
        var ours = events.stream()
                .filter(each -> observed.pipeline().id().equals(each.pipelineId()))
                .findFirst()
                .flatMap(promotionMatcher::actOf);
        if (ours.isPresent()) {
            return new PromotionOwner.Ours(ours.get());
        }
        return promotionMatcher.undecided(event) ? new PromotionOwner.Open() : unaccounted(event);
    }

    /**
     * The acts that may have made a promotion, without those that a deployment target denied.
     *
     * @return empty while an act is so new that its promotion may still be listed
     */
    private Optional<List<Gone>> standing(ObservedPromotion observed, List<Gone> free, List<Promotion> events) {
        var done =
                free.stream().filter(act -> act.state() == ActResult.State.DONE).toList();
        var missing = done.stream()
                .filter(act -> PromotionMatcher.first(act, events).isEmpty())
                .toList();
        if (missing.isEmpty() && done.stream().noneMatch(PromotionMatcher::tookLong)) {
            return Optional.of(free);
        }
        var now = clock.instant();
        if (missing.stream()
                .anyMatch(act -> PromotionMatcher.end(act).plus(LISTED_WITHIN).isAfter(now))) {
            return Optional.empty();
        }
        var denied = guarded.denied(
                observed.pipeline().projectId(),
                observed.parentId(),
                observed.event().name());
        return Optional.of(PromotionMatcher.standing(free, events, denied));
    }

    private PromotionOwner unaccounted(Promotion event) {
        var at = event.triggered();
        return at != null && at.isBefore(clock.instant().minus(ACTS_ARE_KNOWN))
                ? new PromotionOwner.Forgotten()
                : new PromotionOwner.Others();
    }

    private static List<Promotion> oldestFirst(List<Promotion> newestFirst) {
        var all = new ArrayList<>(newestFirst);
        Collections.reverse(all);
        return all;
    }

    private List<Promotion> list(String parentId, @Nullable String name) {
        return Pages.read(MOST_PAGES, page -> semaphore.promotions().list(parentId, name, page))
                .items();
    }
}
