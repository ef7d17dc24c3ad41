package dev.signalman.feature.audit;

import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.domain.Actor;
import dev.signalman.feature.audit.LedgerVerdict.Span;
import dev.signalman.storage.Database;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adopts unkeyed rows once a key is set: a keyed row names the last of them and its hash. This needs a head kept
 * elsewhere, since the database alone cannot distinguish an old ledger from a forged one.
 */
public final class UnkeyedRowAdoption {
    private final Database database;
    private final LedgerHasher ledgerHasher;
    private final InstantSource clock;

    public UnkeyedRowAdoption(Database database, LedgerHasher ledgerHasher, InstantSource clock) {
        this.database = database;
        this.ledgerHasher = ledgerHasher;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** Calls the method of the visitor for this outcome. */
        <R> R accept(Visitor<R> visitor);
    }

    /** One method an outcome, so that one that is not handled does not compile. */
    public interface Visitor<R> {
        /** All rows without a key are vouched for. */
        R adopted(Adopted outcome);

        /** There is nothing to vouch for. */
        R nothing(Nothing outcome);

        /** The head proves nothing. */
        R refused(Refused outcome);

        /** There is no key to vouch with. */
        R keyless(Keyless outcome);
    }

    /**
     * All unkeyed rows are adopted.
     *
     * @param upTo the last of them
     * @param row the adoption row
     */
    public record Adopted(long upTo, long row) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.adopted(this);
        }
    }

    /** There is nothing to vouch for: the ledger is as it was written without it. */
    public record Nothing(LedgerVerdict verdict) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /** The head does not prove what stands there; nothing was written. */
    public record Refused(LedgerVerdict verdict) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }
    }

    /** There is no key to vouch with. */
    public record Keyless() implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.keyless(this);
        }
    }

    /** Appends the adoption if {@code kept} proves every unkeyed row; {@code person} is who adopts. */
    public Outcome by(String person, LedgerHead kept) {
        if (ledgerHasher.current() == null) {
            return new Keyless();
        }
        var before = verify(null);
        if (before.sound()) {
            return new Nothing(before);
        }
        var proven = verify(kept);
        var last = lastBare(proven);
        if (!proven.sound() || last == null || last.last() > kept.number()) {
            return new Refused(proven);
        }
        return append(person, kept, last.last());
    }

    private LedgerVerdict verify(@Nullable LedgerHead kept) {
        return DatabaseLedgerSource.verify(new LedgerReader(database.jdbi()), ledgerHasher, kept);
    }

    private static @Nullable Span lastBare(LedgerVerdict verdict) {
        return verdict.spans().stream()
                .filter(span -> span.keyId() == null)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private Outcome append(String person, LedgerHead kept, long last) {
        var ledger = new JdbiLedger(ledgerHasher, clock);
        return database.inTransaction(handle -> {
            var rows = new LedgerReader(database.jdbi()); // in this transaction: Jdbi reuses the thread's handle
            var bare = rows.after(last - 1, 1).get(0).head();
            var words = "Row " + last + " and those before it that have no key are vouched for, by the head " + kept
                    + " that was kept elsewhere.";
            var entry = new LedgerEntry(
                    LedgerEntry.Kind.ADOPTION,
                    Actor.named(person),
                    null,
                    null,
                    AdoptionRow.LINE + bare,
                    null,
                    ActResult.State.DONE,
                    words);
            return new Adopted(last, ledger.appendTo(handle, List.of(entry)).number());
        });
    }
}
