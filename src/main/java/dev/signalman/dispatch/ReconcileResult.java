package dev.signalman.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of a reconcile, and when the key is due again. Only changes cost a separate transaction. */
public sealed interface ReconcileResult {
    /** Something changed; the key is due again after a delay. */
    static ReconcileResult changed(String seen, Outcome outcome, Duration again) {
        return new Changed(seen, outcome, again, false);
    }

    /** Something changed; the key is due again at once. */
    static ReconcileResult changed(String seen, Outcome outcome) {
        return changed(seen, outcome, Duration.ZERO);
    }

    /** Nothing changed. */
    record Unchanged(Duration again) implements ReconcileResult {}

    /** Nothing needs doing before {@code until}. */
    record Asleep(Instant until) implements ReconcileResult {}

    /**
     * Something changed.
     *
     * @param seen the state to store for the next reconcile
     * @param outcome what to carry out; an act wakes the key again when it is settled
     * @param merelyOlder whether only time passed; cards about real changes go first
     */
    record Changed(String seen, Outcome outcome, Duration again, boolean merelyOlder) implements ReconcileResult {}

    /**
     * The subject is done and will not change any more.
     *
     * @param keptUntil until when its promotions are looked for
     */
    record Done(String seen, Outcome outcome, Instant keptUntil) implements ReconcileResult {}

    /**
     * The subject could not be read or does not exist yet; the reconcile is tried again.
     *
     * @param again the delay; null for {@link RetrySchedule}
     */
    record Failed(@Nullable Duration again) implements ReconcileResult {
        /** Uses {@link RetrySchedule}. */
        public Failed() {
            this(null);
        }
    }

    /** The key is dropped until it is woken again. */
    record Over(Outcome outcome) implements ReconcileResult {
        /** Has an empty outcome. */
        public Over() {
            this(Outcome.nothing());
        }
    }
}
