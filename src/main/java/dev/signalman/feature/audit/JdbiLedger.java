package dev.signalman.feature.audit;

import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.feature.audit.LedgerRow.Seal;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the table {@code ledger}. It holds the row of {@code ledger_head} while it appends, so numbers have no gap
 * and the chain no fork.
 */
final class JdbiLedger implements Ledger {
    private static final String APPEND = """
            INSERT INTO ledger (number, recorded_at, kind, user_id, user_name, team_id, account, channel, thread, line, rules,
                outcome, words, encoding, key_id, previous, hash)
            VALUES (:number, :recorded_at, :kind, :user_id, :user_name, :team_id, :account, :channel, :thread, :line, :rules,
                :outcome, :words, :encoding, :key_id, :previous, :hash)
            """;

    private static final Logger LOG = LoggerFactory.getLogger(JdbiLedger.class);

    private final LedgerHasher ledgerHasher;
    private final InstantSource clock;

    @Inject
    JdbiLedger(LedgerHasher ledgerHasher, InstantSource clock) {
        this.ledgerHasher = ledgerHasher;
        this.clock = clock;
    }

    @Override
    public long append(Handle handle, List<LedgerEntry> entries) {
        return entries.isEmpty() ? 0 : appendTo(handle, entries).number();
    }

    /** Appends entries and returns the ledger's new head. */
    LedgerHead appendTo(Handle handle, List<LedgerEntry> entries) {
        var head = lock(handle);
        if (ledgerHasher.current() != null
                && entries.get(0).kind() == LedgerEntry.Kind.ACT
                && lastKey(handle, head).isEmpty()) {
            LOG.error(
                    "The ledger's last row, {}, has no key, although SIGNALMAN_ENCRYPTION_KEY is set. Another "
                            + "instance may run without the key, or someone rewrote the ledger. Run audit verify for what "
                            + "to do.",
                    head.number());
        }
        for (var entry : entries) {
            var row = ledgerHasher.seal(row(head.number() + 1, entry), head.hash());
            insert(handle, row);
            head = row.head();
        }
        handle.createUpdate("UPDATE ledger_head SET number = :number, hash = :hash WHERE one = 1")
                .bind("number", head.number())
                .bind("hash", head.hash())
                .execute();
        return head;
    }

    /** The last row's key id; empty when it has no key, {@code -} when there is no row. */
    static String lastKey(Handle handle, LedgerHead head) {
        return handle.createQuery("SELECT COALESCE(key_id, '') FROM ledger WHERE number = :number")
                .bind("number", head.number())
                .mapTo(String.class)
                .findOne()
                .orElse("-");
    }

    /** Locks and returns the head; nobody else can append until the transaction ends. */
    static LedgerHead lock(Handle handle) {
        return handle.createQuery("SELECT number, hash FROM ledger_head WHERE one = 1 FOR UPDATE")
                .map(LedgerReader::end)
                .findOne()
                .orElseThrow(() -> new IllegalStateException("The table ledger_head has lost its row"));
    }

    /** Makes a row. The time is taken after the head is locked, so it never goes back within an instance. */
    private LedgerRow row(long number, LedgerEntry entry) {
        var place = entry.place();
        return new LedgerRow(
                number,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                entry.kind().name().toLowerCase(Locale.ROOT),
                kept(entry.who().userId()),
                kept(entry.who().spoken()),
                orNull(entry.who().teamId()),
                orNull(entry.account()),
                place == null ? null : kept(place.channel()),
                place == null ? null : orNull(place.thread()),
                kept(entry.line()),
                orNull(entry.rules()),
                entry.outcome().name().toLowerCase(Locale.ROOT),
                kept(entry.words()),
                new Seal(LedgerRowEncoding.NEWEST, null, "", ""));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : kept(text);
    }

    /**
     * The text as any database returns it: without NUL, which PostgreSQL rejects, and without unpaired surrogates,
     * which have no bytes.
     */
    private static String kept(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static void insert(Handle handle, LedgerRow row) {
        handle.createUpdate(APPEND)
                .bind("number", row.number())
                .bind("recorded_at", row.at())
                .bind("kind", row.kind())
                .bind("user_id", row.userId())
                .bind("user_name", row.userName())
                .bind("team_id", row.teamId())
                .bind("account", row.account())
                .bind("channel", row.channel())
                .bind("thread", row.thread())
                .bind("line", row.line())
                .bind("rules", row.rules())
                .bind("outcome", row.outcome())
                .bind("words", row.words())
                .bind("encoding", row.seal().encoding())
                .bind("key_id", row.seal().keyId())
                .bind("previous", row.seal().previous())
                .bind("hash", row.seal().hash())
                .execute();
    }
}
