package dev.signalman.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of a reconcile, and when the key is due again. Only changes cost a separate transaction. */
public sealed interface ReconcileResult {
    /** Calls the visitor's method for this kind. */
    <T> T accept(ReconcileResultVisitor<T> visitor);

    /** A result that is written in a transaction of its own, with all that comes of it. */
    sealed interface WithOutcome extends ReconcileResult permits Changed, Done, Over {
        /** What to carry out. */
        Outcome outcome();

        /** What tells this result from others of the same key, which was due at a time. */
        String fingerprint(Instant due);

        /** Whether only time passed; cards about real changes go first. */
        default boolean merelyOlder() {
            return false;
        }
    }

    /** Something changed; the key is due again after a delay. */
    static ReconcileResult changed(String seen, Outcome outcome, Duration again) {
        return new Changed(seen, outcome, again, false);
    }

    /** Something changed; the key is due again at once. */
    static ReconcileResult changed(String seen, Outcome outcome) {
        return changed(seen, outcome, Duration.ZERO);
    }

    /** Nothing changed. */
    record Unchanged(Duration again) implements ReconcileResult {
        @Override
        public <T> T accept(ReconcileResultVisitor<T> visitor) {
            return visitor.unchanged(this);
        }
    }

    /** Nothing needs doing before {@code until}. */
    record Asleep(Instant until) implements ReconcileResult {
        @Override
        public <T> T accept(ReconcileResultVisitor<T> visitor) {
            return visitor.asleep(this);
        }
    }

    /**
     * Something changed.
     *
     * @param seen the state to store for the next reconcile
     * @param outcome what to carry out; an act wakes the key again when it is settled
     * @param merelyOlder see {@link WithOutcome#merelyOlder()}
     */
    record Changed(String seen, Outcome outcome, Duration again, boolean merelyOlder) implements WithOutcome {
        @Override
        public <T> T accept(ReconcileResultVisitor<T> visitor) {
            return visitor.changed(this);
        }

        @Override
        public String fingerprint(Instant due) {
            return seen;
        }
    }

    /**
     * The subject is done and will not change any more.
     *
     * @param keptUntil until when its promotions are looked for
     */
    record Done(String seen, Outcome outcome, Instant keptUntil) implements WithOutcome {
        @Override
        public <T> T accept(ReconcileResultVisitor<T> visitor) {
            return visitor.done(this);
        }

        @Override
        public String fingerprint(Instant due) {
            return seen;
        }
    }

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

        @Override
        public <T> T accept(ReconcileResultVisitor<T> visitor) {
            return visitor.failed(this);
        }
    }

    /** The key is dropped until it is woken again. */
    record Over(Outcome outcome) implements WithOutcome {
        /** Has an empty outcome. */
        public Over() {
            this(Outcome.nothing());
        }

        @Override
        public <T> T accept(ReconcileResultVisitor<T> visitor) {
            return visitor.over(this);
        }

        @Override
        public String fingerprint(Instant due) {
            return "over at " + due;
        }
    }
}
