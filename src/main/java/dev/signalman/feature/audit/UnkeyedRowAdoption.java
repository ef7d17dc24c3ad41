package dev.signalman.feature.audit;

import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.domain.Actor;
import dev.signalman.feature.audit.LedgerVerdict.Span;
import dev.signalman.storage.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adopts unkeyed rows once a key is set: a keyed row names the last of them and its hash. This needs a head kept
 * elsewhere, since the database alone cannot distinguish an old ledger from a forged one.
 */
public final class UnkeyedRowAdoption {
    static final String KIND = "adoption";
    private static final String LINE = "audit adopt --head ";

    private final Database database;
    private final LedgerHasher ledgerHasher;
    private final InstantSource clock;

    public UnkeyedRowAdoption(Database database, LedgerHasher ledgerHasher, InstantSource clock) {
        this.database = database;
        this.ledgerHasher = ledgerHasher;
        this.clock = clock;
    }

    public sealed interface Outcome {}

    /**
     * All unkeyed rows are adopted.
     *
     * @param upTo the last of them
     * @param row the adoption row
     */
    public record Adopted(long upTo, long row) implements Outcome {}

    /** Nothing to adopt: the ledger is sound without it. */
    public record Nothing(LedgerVerdict verdict) implements Outcome {}

    /** The head does not prove the rows; nothing was written. */
    public record Refused(LedgerVerdict verdict) implements Outcome {}

    /** There is no key. */
    public record Keyless() implements Outcome {}

    /** The head that a row adopts; empty unless it is an adoption with a known key. */
    static Optional<LedgerHead> in(LedgerRow row, LedgerHasher ledgerHasher) {
        if (!row.kind().equals(KIND)
                || row.seal().keyId() == null
                || !row.line().startsWith(LINE)
                || !ledgerHasher.fits(row).orElse(false)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LedgerHead.read(row.line().substring(LINE.length())));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
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
                    LINE + bare,
                    null,
                    ActResult.State.DONE,
                    words);
            return new Adopted(last, ledger.appendTo(handle, List.of(entry)).number());
        });
    }
}
