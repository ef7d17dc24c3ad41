package dev.signalman.dispatch;

import dev.signalman.domain.Place;
import java.time.Duration;

/**
 * Something to be looked at by the {@link Reconciler} of its kind, now or after a while. Two wakes of one key are one look.
 *
 * @param id as the kind says
 * @param place where what comes of it is said, unless that has a place of its own
 */
public record Wake(ReconcileKey.Kind kind, String id, Place place, Duration delay) {
    /** At once. */
    public static Wake now(ReconcileKey.Kind kind, String id, Place place) {
        return new Wake(kind, id, place, Duration.ZERO);
    }
}
