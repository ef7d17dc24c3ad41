package dev.signalman.feature.locks;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.feature.locks.HeldLock.Holder;
import dev.signalman.feature.locks.HeldLock.How;
import dev.signalman.feature.locks.HeldLock.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is known without a database.
 *
 * @param until when it ends by itself; null for never
 */
public record GivenLock(
        Project project,
        String promotion,
        Actor holder,
        Instant since,
        @Nullable Instant until,
        @Nullable String reason) {
    LockedPromotion what() {
        return LockedPromotion.of(project, promotion);
    }

    HeldLock held() {
        return new HeldLock(
                "given",
                what(),
                promotion,
                new Holder(holder.userId(), holder.name()),
                since,
                until,
                reason,
                Place.NOWHERE,
                false,
                new Said(How.TAKEN, null, List.of()));
    }
}
