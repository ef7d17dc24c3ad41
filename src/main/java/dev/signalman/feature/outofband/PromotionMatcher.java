package dev.signalman.feature.outofband;

import dev.signalman.dispatch.ActResult;
import dev.signalman.domain.Promotion;
import dev.signalman.port.ActsByMutex.Gone;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.TargetPromotionHistory.Denial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Matches the bot's acts to promotions of one name from one pipeline. Semaphore returns no id that links them
 * (docs/semaphore.md, "Promotions"), so each act takes the promotion nearest to it in time.
 */
final class PromotionMatcher {
    /** How far a promotion's time may lie from its act. Semaphore stamps the request, not the listing. */
    private static final Duration NEAR = Semaphore.CLOCKS_DIFFER;

    /** How far the clocks may differ for a done act. Acts that a deployment target denied are left out before. */
    private static final Duration DONE_WITHIN = Duration.ofHours(1);

    /** How far a promotion's time may lie from an act whose result is unknown. */
    private static final Duration UNKNOWN_WITHIN = Duration.ofMinutes(10);

    private final Map<Promotion, Gone> taken = new HashMap<>();
    private final List<Gone> open = new ArrayList<>();

    /**
     * Matches each act to at most one promotion.
     *
     * @param free promotions without a record; listed after the acts were read, and possibly without those of the last
     *     minute
     * @param acts acts without a recorded promotion
     */
    PromotionMatcher(List<Promotion> free, List<Gone> acts) {
        var left = new ArrayList<>(free);
        take(acts, ActResult.State.DONE, DONE_WITHIN, left);
        take(acts, ActResult.State.UNKNOWN, UNKNOWN_WITHIN, left);
        acts.stream().filter(act -> act.state() == null).forEach(open::add);
    }

    private void take(List<Gone> acts, ActResult.State state, Duration within, List<Promotion> left) {
        acts.stream()
                .filter(act -> act.state() == state)
                .forEach(act -> nearest(act, within, left).ifPresent(promotion -> {
                    left.remove(promotion);
                    taken.put(promotion, act);
                }));
    }

    private static Optional<Promotion> nearest(Gone act, Duration within, List<Promotion> left) {
        return left.stream()
                .filter(promotion -> !promotion.automatic())
                .filter(promotion -> away(act, promotion.triggered()).compareTo(within) <= 0)
                .min(Comparator.comparing(promotion -> away(act, promotion.triggered())));
    }

    /**
     * The acts that may have made a promotion. Leaves out acts that Semaphore accepted and a deployment target then
     * denied: they never get into the list, and would be matched to somebody else's promotion. Each denial removes one
     * act: one without a promotion, or one that took long and was denied before the first promotion came.
     */
    static List<Gone> standing(List<Gone> acts, List<Promotion> events, List<Denial> denied) {
        var left = new ArrayList<>(denied);
        var standing = new ArrayList<>(acts);
        for (var act : acts) {
            var first = first(act, events);
            if (act.state() != ActResult.State.DONE || (first.isPresent() && !tookLong(act))) {
                continue;
            }
            left.stream()
                    .filter(each -> first.map(at -> cameFirst(act, each.triggered(), at))
                            .orElseGet(() -> away(act, each.triggered()).compareTo(DONE_WITHIN) <= 0))
                    .min(Comparator.comparing(each -> away(act, each.triggered())))
                    .ifPresent(each -> {
                        left.remove(each);
                        standing.remove(act);
                    });
        }
        return standing;
    }

    /** The time of the first promotion that the act may have made. A promotion without a time fits any act. */
    static Optional<Instant> first(Gone act, List<Promotion> events) {
        return events.stream()
                .filter(event -> !event.automatic())
                .filter(event -> away(act, event.triggered()).compareTo(NEAR) <= 0)
                .map(event -> event.triggered() == null ? act.intended() : event.triggered())
                .min(Comparator.naturalOrder());
    }

    /** Whether an act took so long that somebody else may have promoted before it was settled. */
    static boolean tookLong(Gone act) {
        return Duration.between(act.intended(), end(act)).compareTo(NEAR) > 0;
    }

    private static boolean cameFirst(Gone act, @Nullable Instant denied, Instant promoted) {
        return denied != null && away(act, denied).isZero() && denied.isBefore(promoted);
    }

    static Instant end(Gone act) {
        return act.settled() == null ? act.intended() : act.settled();
    }

    /** The distance of a moment from the span of an act; zero within the span. */
    static Duration away(Gone act, @Nullable Instant at) {
        if (at == null) {
            return Duration.ZERO;
        }
        var end = end(act);
        if (at.isBefore(act.intended())) {
            return Duration.between(at, act.intended());
        }
        return at.isAfter(end) ? Duration.between(end, at) : Duration.ZERO;
    }

    /** The act that made a promotion. */
    Optional<Gone> actOf(Promotion promotion) {
        return Optional.ofNullable(taken.get(promotion));
    }

    /** Whether an unsettled act may have made the promotion. */
    boolean undecided(Promotion promotion) {
        var at = promotion.triggered();
        return open.stream()
                .anyMatch(act -> at == null || !at.isBefore(act.intended().minus(DONE_WITHIN)));
    }
}
