package dev.signalman.dispatch;

import dev.signalman.domain.Place;
import java.time.Duration;

/**
 * Requests a reconcile of a key, now or after a delay. Two wakes of one key make one reconcile, at the earlier time.
 *
 * @param id see the kind
 * @param place where the result is posted, unless it has a fixed place; {@code Place.NOWHERE} keeps the place of an
 *     earlier wake
 * @param note a note for the reconciler; empty keeps the note of an earlier wake
 */
public record Wake(ReconcileKey.Kind kind, String id, Place place, Duration delay, String note) {
    /** Wakes a key at once. */
    public static Wake now(ReconcileKey.Kind kind, String id, Place place) {
        return now(kind, id, place, "");
    }

    /** Wakes a key after a delay. */
    public static Wake after(Duration delay, ReconcileKey.Kind kind, String id, Place place) {
        return new Wake(kind, id, place, delay, "");
    }

    /**
     * Posts or updates the card of a pipeline in a place, and updates all its other cards.
     *
     * @param reason how the pipeline came to be, e.g. who reran it, for the card; empty to use what is known
     */
    public static Wake card(String pipelineId, Place place, String reason) {
        var thread = place.thread() == null ? "" : " " + place.thread();
        return now(ReconcileKey.Kind.PIPELINE_CARD, pipelineId + " " + place.channel() + thread, place, reason);
    }

    /** Redraws all cards of a pipeline. */
    public static Wake cards(String pipelineId) {
        return now(ReconcileKey.Kind.PIPELINE_CARD, pipelineId, Place.NOWHERE);
    }

    /** Redraws a person's home tab if it may be open. */
    public static Wake homeTab(String userId) {
        return now(ReconcileKey.Kind.HOME_TAB, userId, Place.NOWHERE);
    }

    /** Wakes a key at once, with a note for the reconciler. */
    public static Wake now(ReconcileKey.Kind kind, String id, Place place, String note) {
        return new Wake(kind, id, place, Duration.ZERO, note);
    }
}
