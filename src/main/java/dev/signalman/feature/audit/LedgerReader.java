package dev.signalman.feature.audit;

import dev.signalman.feature.audit.LedgerRow.Seal;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the ledger. */
public final class LedgerReader {
    /** So many rows are read at a time, since the database gives a statement only two seconds. */
    private static final int STEP = 500;

    private static final String ALL = "SELECT * FROM ledger";

    private final Jdbi jdbi;

    @Inject
    public LedgerReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Up to {@code most} rows with higher numbers, lowest first. */
    List<LedgerRow> after(long number, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + " WHERE number > :number ORDER BY number LIMIT :most")
                .bind("number", number)
                .bind("most", most)
                .map(LedgerReader::row)
                .list());
    }

    /** Gives every row; those that are appended meanwhile too. */
    void each(Consumer<LedgerRow> taker) {
        var step = after(Long.MIN_VALUE, STEP);
        while (!step.isEmpty()) {
            step.forEach(taker);
            step = after(step.get(step.size() - 1).number(), STEP);
        }
    }

    /** Up to {@code most} of the rows of a channel with lower numbers than this, the newest first. */
    List<LedgerRow> newest(String channel, long before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        ALL + " WHERE channel = :channel AND number < :before ORDER BY number DESC LIMIT :most")
                .bind("channel", channel)
                .bind("before", before)
                .bind("most", most)
                .map(LedgerReader::row)
                .list());
    }

    /** Up to {@code most} rows of a kind, newest first. */
    List<LedgerRow> newestOf(String kind, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ALL + " WHERE kind = :kind ORDER BY number DESC LIMIT :most")
                        .bind("kind", kind)
                        .bind("most", most)
                        .map(LedgerReader::row)
                        .list());
    }

    /** The head according to the last row. */
    LedgerHead head() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1")
                                .map(LedgerReader::end)
                                .findOne())
                .orElse(LedgerHead.EMPTY);
    }

    /** The head according to {@code ledger_head}. */
    LedgerHead noted() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT number, hash FROM ledger_head")
                .map(LedgerReader::end)
                .one());
    }

    static LedgerHead end(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerHead(row.getLong("number"), row.getString("hash"));
    }

    private static LedgerRow row(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerRow(
                row.getLong("number"),
                InstantColumns.instant(row, "recorded_at"),
                row.getString("kind"),
                row.getString("user_id"),
                row.getString("user_name"),
                row.getString("team_id"),
                row.getString("account"),
                row.getString("channel"),
                row.getString("thread"),
                row.getString("line"),
                row.getString("rules"),
                row.getString("outcome"),
                row.getString("words"),
                new Seal(
                        row.getInt("encoding"),
                        row.getString("key_id"),
                        row.getString("previous"),
                        row.getString("hash")));
    }
}
