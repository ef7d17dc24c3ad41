package dev.signalman.feature.locks;

import dev.signalman.domain.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock that somebody holds.
 *
 * @param id names this one, and no later one on the same promotion
 * @param promotion its name, as it was said or is known
 * @param until when it ends by itself; null when it does not
 * @param place where it was said
 * @param server whether Semaphore's web is to be bound too
 */
record HeldLock(
        String id,
        LockedPromotion what,
        String promotion,
        Holder holder,
        Instant since,
        @Nullable Instant until,
        @Nullable String reason,
        Place place,
        boolean server,
        Said said) {
    /**
     * How it came to be, for its card.
     *
     * @param from whose lock it took over; null unless it did
     * @param remarks in whole sentences
     */
    record Said(How how, @Nullable String from, List<String> remarks) {
        /** Keeps its own copy. */
        Said {
            remarks = List.copyOf(remarks);
        }
    }

    /** The ways in which a lock comes to be. */
    enum How {
        TAKEN,
        KEPT,
        STOLEN
    }

    /** A person, by the name that is shown when Slack is not asked. */
    record Holder(String userId, String name) {}

    /** Whether it still holds; one whose time is over does not, even if nobody ended it yet. */
    boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }

    boolean by(String userId) {
        return holder.userId().equals(userId);
    }
}
