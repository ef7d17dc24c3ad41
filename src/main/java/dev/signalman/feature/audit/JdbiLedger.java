package dev.signalman.feature.audit;

import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.Ledger;
import dev.signalman.feature.audit.LedgerRow.Seal;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends to the table {@code ledger}. Who appends has the row of {@code ledger_head} to itself, so numbers have no gap and the chain no fork. */
final class JdbiLedger implements Ledger {
    private static final String LOCK = "select number, hash from ledger_head where one = 1 for update";
    private static final String APPEND = """
            insert into ledger (number, recorded_at, kind, user_id, user_name, team_id, account, channel, thread, line, rules,
                outcome, words, encoding, key_id, previous, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LAST_KEY = "select key_id from ledger where number = ?";
    private static final String MOVE = "update ledger_head set number = ?, hash = ? where one = 1";

    private static final Logger LOG = LoggerFactory.getLogger(JdbiLedger.class);

    private final Sealing sealing;
    private final InstantSource clock;

    @Inject
    JdbiLedger(Sealing sealing, InstantSource clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    public long append(Connection connection, List<Entry> entries) throws SQLException {
        return entries.isEmpty() ? 0 : appendTo(connection, entries).number();
    }

    /** Appends entries and returns the new end of the ledger. */
    Head appendTo(Connection connection, List<Entry> entries) throws SQLException {
        var head = lock(connection);
        if (sealing.current() != null
                && entries.get(0).kind() == Entry.Kind.ACT
                && lastKey(connection, head).isEmpty()) {
            LOG.error(
                    "Row {} of the ledger, the last one, has no key, though one is set: another instance runs without the key, or "
                            + "somebody made the ledger anew. Run audit verify, which says what to do.",
                    head.number());
        }
        try (var insert = connection.prepareStatement(APPEND)) {
            for (var entry : entries) {
                var row = sealing.seal(row(head.number() + 1, entry), head.hash());
                bind(insert, row);
                insert.executeUpdate();
                head = row.head();
            }
        }
        try (var move = connection.prepareStatement(MOVE)) {
            move.setLong(1, head.number());
            move.setString(2, head.hash());
            move.executeUpdate();
        }
        return head;
    }

    /** The key of the last row; empty when it has none, {@code -} when there is no row. */
    static String lastKey(Connection connection, Head head) throws SQLException {
        try (var query = connection.prepareStatement(LAST_KEY)) {
            query.setLong(1, head.number());
            try (var found = query.executeQuery()) {
                return found.next() ? Objects.requireNonNullElse(found.getString(1), "") : "-";
            }
        }
    }

    /** Where it ends; nobody else appends until the transaction is over. */
    static Head lock(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(LOCK);
                var found = query.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("The table ledger_head has lost its row");
            }
            return new Head(found.getLong(1), found.getString(2));
        }
    }

    /** Asked for the time once the end of the ledger is ours, so that it does not run backwards within an instance. */
    private LedgerRow row(long number, Entry entry) {
        var place = entry.place();
        return new LedgerRow(
                number,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                entry.kind().name().toLowerCase(Locale.ROOT),
                kept(entry.who().userId()),
                kept(entry.who().name()),
                orNull(entry.who().teamId()),
                orNull(entry.account()),
                place == null ? null : kept(place.channel()),
                place == null ? null : orNull(place.thread()),
                kept(entry.line()),
                orNull(entry.rules()),
                entry.outcome().name().toLowerCase(Locale.ROOT),
                kept(entry.words()),
                new Seal(Encoding.NEWEST, null, "", ""));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : kept(text);
    }

    /** As any database gives it back: without NUL, which PostgreSQL refuses, and without halves of surrogate pairs, which have no bytes. */
    private static String kept(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static void bind(PreparedStatement insert, LedgerRow row) throws SQLException {
        int n = 0;
        insert.setLong(++n, row.number());
        insert.setObject(++n, row.at().atOffset(ZoneOffset.UTC));
        insert.setString(++n, row.kind());
        insert.setString(++n, row.userId());
        insert.setString(++n, row.userName());
        insert.setString(++n, row.teamId());
        insert.setString(++n, row.account());
        insert.setString(++n, row.channel());
        insert.setString(++n, row.thread());
        insert.setString(++n, row.line());
        insert.setString(++n, row.rules());
        insert.setString(++n, row.outcome());
        insert.setString(++n, row.words());
        insert.setInt(++n, row.seal().encoding());
        insert.setString(++n, row.seal().keyId());
        insert.setString(++n, row.seal().previous());
        insert.setString(++n, row.seal().hash());
    }
}
