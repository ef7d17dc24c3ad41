package dev.signalman.feature.locks;

import dev.signalman.domain.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a promotion.
 *
 * @param id identifies this lock, and no later one on the same promotion
 * @param promotion its name, as known or as typed
 * @param until when it ends by itself; null for never
 * @param place where it was set
 * @param server whether it should also hold in Semaphore's web
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
     * How the lock was set, for its card.
     *
     * @param from the former holder if it was taken over; else null
     * @param remarks in whole sentences
     */
    record Said(How how, @Nullable String from, List<String> remarks) {
        /** Keeps its own copy. */
        Said {
            remarks = List.copyOf(remarks);
        }
    }

    enum How {
        TAKEN,
        KEPT,
        STOLEN
    }

    /** A person, with a name to show without asking Slack. */
    record Holder(String userId, String name) {}

    /** Whether it still holds. An expired lock does not, even before anybody ended it. */
    boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }

    boolean by(String userId) {
        return holder.userId().equals(userId);
    }
}
