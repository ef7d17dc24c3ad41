package dev.signalman.feature.approvals.request;

import dev.signalman.domain.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A break-glass on a request, and its review.
 *
 * @param by who broke the glass
 * @param because their reason
 * @param reviewers ids of the groups and people of whom two must clear it, as the rules named them then
 * @param version increases with each change
 * @param cleared who cleared it, first one first
 * @param closed when enough had; null while it is open
 */
public record BrokenGlass(
        Actor by,
        String because,
        Instant broken,
        List<String> reviewers,
        int version,
        List<Clearance> cleared,
        @Nullable Instant closed) {
    /** How many people must clear it, without the one who broke it and the requester. */
    public static final int NEEDED = 2;

    /** A person who cleared it. */
    public record Clearance(String userId, String name) {}

    /** Keeps its own copies. */
    public BrokenGlass {
        reviewers = List.copyOf(reviewers);
        cleared = List.copyOf(cleared);
    }

    public static BrokenGlass broken(Actor by, String because, Instant at, List<String> reviewers) {
        return new BrokenGlass(by, because, at, reviewers, 1, List.of(), null);
    }

    /** The next version, with one more clearance. */
    public BrokenGlass cleared(Clearance clearance, Instant at) {
        var all = new ArrayList<>(cleared);
        all.add(clearance);
        return new BrokenGlass(by, because, broken, reviewers, version + 1, all, all.size() < NEEDED ? null : at);
    }

    public boolean open() {
        return closed == null;
    }

    public boolean clearedBy(String userId) {
        return cleared.stream().anyMatch(each -> each.userId().equals(userId));
    }

    public List<String> names() {
        return cleared.stream().map(Clearance::name).toList();
    }
}
