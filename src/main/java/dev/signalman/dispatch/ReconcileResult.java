package dev.signalman.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a reconcile, and when the key is due again. Only what changed costs a transaction of its own. */
public sealed interface ReconcileResult {
    /** Something changed; the key is due again after a while. */
    static ReconcileResult changed(String seen, Outcome outcome, Duration again) {
        return new Changed(seen, outcome, again, false);
    }

    /** Something changed; the key is due again at once, to find out what comes next. */
    static ReconcileResult changed(String seen, Outcome outcome) {
        return changed(seen, outcome, Duration.ZERO);
    }

    /** All is as it was. */
    record Unchanged(Duration again) implements ReconcileResult {}

    /** Nothing is to be done before {@code until}. */
    record Asleep(Instant until) implements ReconcileResult {}

    /**
     * Something changed.
     *
     * @param seen what the next reconcile is compared with
     * @param outcome what is shown, what is done to Semaphore and what follows; an act wakes the key again once it is settled
     * @param merelyOlder whether only time went by, so that cards about real changes go first
     */
    record Changed(String seen, Outcome outcome, Duration again, boolean merelyOlder) implements ReconcileResult {}

    /**
     * It is done and will not change any more.
     *
     * @param keptUntil until when what comes of it is looked for
     */
    record Done(String seen, Outcome outcome, Instant keptUntil) implements ReconcileResult {}

    /**
     * It could not be read, or is not there yet; it is tried again.
     *
     * @param again after how long; null for what {@link RetrySchedule} says
     */
    record Failed(@Nullable Duration again) implements ReconcileResult {
        /** It is tried again as {@link RetrySchedule} says. */
        public Failed() {
            this(null);
        }
    }

    /** The key goes, until it is woken again. */
    record Over(Outcome outcome) implements ReconcileResult {
        /** Nothing comes of it. */
        public Over() {
            this(Outcome.nothing());
        }
    }
}
