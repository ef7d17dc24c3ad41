package dev.signalman.dispatch;

import dev.signalman.domain.Place;
import java.time.Duration;

/**
 * Has a key reconciled, now or after a while. Two wakes of one key are one reconcile, and the earliest counts.
 *
 * @param id as the kind says
 * @param place where what comes of it is said, unless that has a place of its own; nowhere leaves the place of an earlier wake
 * @param note what the reconciler is told besides; an empty one leaves what an earlier wake told
 */
public record Wake(ReconcileKey.Kind kind, String id, Place place, Duration delay, String note) {
    /** At once. */
    public static Wake now(ReconcileKey.Kind kind, String id, Place place) {
        return now(kind, id, place, "");
    }

    /** After a while. */
    public static Wake after(Duration delay, ReconcileKey.Kind kind, String id, Place place) {
        return new Wake(kind, id, place, delay, "");
    }

    /**
     * Has the card of a pipeline posted in a place, or brought up to date, and all its other cards, too.
     *
     * @param reason what it shall say of how the pipeline came to be, e.g. who reran it; empty for what is known
     */
    public static Wake card(String pipelineId, Place place, String reason) {
        var thread = place.thread() == null ? "" : " " + place.thread();
        return now(ReconcileKey.Kind.PIPELINE_CARD, pipelineId + " " + place.channel() + thread, place, reason);
    }

    /** Has the cards of a pipeline drawn anew, wherever they stand. */
    public static Wake cards(String pipelineId) {
        return now(ReconcileKey.Kind.PIPELINE_CARD, pipelineId, Place.NOWHERE);
    }

    /** Has somebody's home tab drawn anew, if they may be looking. */
    public static Wake homeTab(String userId) {
        return now(ReconcileKey.Kind.HOME_TAB, userId, Place.NOWHERE);
    }

    /** At once, telling the reconciler something besides. */
    public static Wake now(ReconcileKey.Kind kind, String id, Place place, String note) {
        return new Wake(kind, id, place, Duration.ZERO, note);
    }
}
