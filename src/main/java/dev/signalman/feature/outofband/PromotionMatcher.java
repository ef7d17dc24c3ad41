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
 * Which of our acts made which of the promotions of one name from one pipeline. Semaphore gives no id that would tell
 * (docs/semaphore.md, "Promotions"), so that each act takes the one promotion that was nearest to it in time.
 */
final class PromotionMatcher {
    /** A promotion has the time at which it was asked for, whenever it gets into the list. */
    private static final Duration NEAR = Semaphore.CLOCKS_DIFFER;

    /** Clocks may differ by so much; acts that a deployment target turned away are not asked here. */
    private static final Duration DONE_WITHIN = Duration.ofHours(1);

    /** An act of which nobody knows whether it was done takes only what came soon. */
    private static final Duration UNKNOWN_WITHIN = Duration.ofMinutes(10);

    private final Map<Promotion, Gone> taken = new HashMap<>();
    private final List<Gone> open = new ArrayList<>();

    /**
     * Matches.
     *
     * @param free promotions of which it is not written down yet whose they are; the list was read after the acts were, and may lack those
     *     of the last minute
     * @param acts those that stand for no promotion yet
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
     * The acts that may stand for a promotion: not those that Semaphore took and a deployment target then turned away, since they never
     * get into the list, and somebody else's promotion would be taken for theirs. Each denial stands for one act: for one that has no
     * promotion, or for one that took long, when the denial came first.
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

    /** When the first promotion was made that may be an act's, going by its time; a promotion whose time is not known may be any act's. */
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

    /** How far a moment lies from the time of an act; none within it. */
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

    /** Whether an act is open that may have made a promotion, or may be making it. */
    boolean undecided(Promotion promotion) {
        var at = promotion.triggered();
        return open.stream()
                .anyMatch(act -> at == null || !at.isBefore(act.intended().minus(DONE_WITHIN)));
    }
}
