package dev.signalman.feature.approvals;

import dev.signalman.domain.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody went ahead alone with a request, and who has looked at it since.
 *
 * @param by who broke the glass
 * @param because why, in their words
 * @param reviewers ids of the groups and people of whom two must clear it, as the rules named them then
 * @param version counts its changes
 * @param cleared who found it right, the first one first
 * @param closed when enough had; null while it is open
 */
record BrokenGlass(
        Actor by,
        String because,
        Instant broken,
        List<String> reviewers,
        int version,
        List<Clearance> cleared,
        @Nullable Instant closed) {
    /** How many must clear it, neither who broke the glass nor who asked for the promotion among them. */
    static final int NEEDED = 2;

    /** Somebody who found it right. */
    record Clearance(String userId, String name) {}

    /** Keeps its own copies. */
    BrokenGlass {
        reviewers = List.copyOf(reviewers);
        cleared = List.copyOf(cleared);
    }

    /** Just broken. */
    static BrokenGlass broken(Actor by, String because, Instant at, List<String> reviewers) {
        return new BrokenGlass(by, because, at, reviewers, 1, List.of(), null);
    }

    /** As it will stand when somebody more has cleared it. */
    BrokenGlass cleared(Clearance clearance, Instant at) {
        var all = new ArrayList<>(cleared);
        all.add(clearance);
        return new BrokenGlass(by, because, broken, reviewers, version + 1, all, all.size() < NEEDED ? null : at);
    }

    boolean open() {
        return closed == null;
    }

    boolean clearedBy(String userId) {
        return cleared.stream().anyMatch(each -> each.userId().equals(userId));
    }

    List<String> names() {
        return cleared.stream().map(Clearance::name).toList();
    }
}
