package dev.signalman.feature.locks;

import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.StaleException;
import dev.signalman.domain.Place;
import dev.signalman.feature.locks.Held.Holder;
import dev.signalman.feature.locks.Held.How;
import dev.signalman.feature.locks.Held.Said;
import dev.signalman.storage.Columns;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The locks, in the table {@code promotion_lock}: one row a promotion, which stays when it is unlocked, so that there is something
 * to hold on to while a promotion is decided.
 */
final class JdbiLocks {
    private static final String ROW =
            "INSERT INTO promotion_lock (project_id, promotion_key) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String TAKE = """
            UPDATE promotion_lock SET lock_id = ?, project = ?, promotion = ?, holder_id = ?, holder = ?, since = ?,
                ends = ?, reason = ?, channel = ?, thread = ?, server = ?, how = ?, taken_from = ?, remarks = ?
            WHERE project_id = ? AND promotion_key = ?""";
    private static final String RELEASE = "UPDATE promotion_lock SET lock_id = NULL WHERE lock_id = ?";
    private static final String HOLD_ON =
            "SELECT * FROM promotion_lock WHERE project_id = ? AND promotion_key = ? FOR UPDATE";

    private static final String HELD = "SELECT * FROM promotion_lock WHERE project_id = ? AND lock_id IS NOT NULL";

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    JdbiLocks(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Whatever lock there is, also one whose time is over. */
    Optional<Held> of(Locked what) {
        return jdbi.withHandle(handle -> handle.createQuery(HELD)
                .bind(0, what.projectId())
                .map(JdbiLocks::read)
                .filter(held -> means(held, what))
                .findFirst());
    }

    Optional<Held> withId(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM promotion_lock WHERE lock_id = ?")
                .bind(0, id)
                .map(JdbiLocks::read)
                .findOne());
    }

    /** Those that hold now, the oldest first. */
    List<Held> all() {
        var now = clock.instant();
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM promotion_lock WHERE lock_id IS NOT NULL ORDER BY since, lock_id")
                        .map(JdbiLocks::read)
                        .list())
                .stream()
                .filter(held -> held.holds(now))
                .toList();
    }

    /**
     * It is held from now on.
     *
     * @param before the lock whose place it takes, and no other; null for none
     */
    Row taking(Held held, @Nullable Held before) {
        return connection -> {
            var there = holdingOn(connection, held.what());
            if (!idOf(there).equals(idOf(before))) {
                throw new StaleException("The lock");
            }
            try (var statement = connection.prepareStatement(TAKE)) {
                bind(statement, held);
                statement.executeUpdate();
            }
            if (before != null && !before.what().key().equals(held.what().key())) {
                releasing(before).write(connection);
            }
        };
    }

    /** This lock, and no other in its place, is ended. */
    Row releasing(Held held) {
        return connection -> {
            try (var statement = connection.prepareStatement(RELEASE)) {
                statement.setString(1, held.id());
                if (statement.executeUpdate() == 0) {
                    throw new StaleException("The lock");
                }
            }
        };
    }

    /** Nothing holds it, and nobody can lock it before the transaction is through. */
    Row free(Locked what) {
        return connection -> {
            var there = holdingOn(connection, what);
            if (there != null && there.holds(clock.instant())) {
                throw new StaleException("The lock");
            }
        };
    }

    /** Lets nobody else change it until the transaction ends. */
    private static @Nullable Held holdingOn(Connection connection, Locked what) throws SQLException {
        try (var insert = connection.prepareStatement(ROW)) {
            insert.setString(1, what.projectId());
            insert.setString(2, what.key());
            insert.executeUpdate();
        }
        try (var select = connection.prepareStatement(HOLD_ON)) {
            select.setString(1, what.projectId());
            select.setString(2, what.key());
            try (var row = select.executeQuery()) {
                if (row.next() && row.getString("lock_id") != null) {
                    return held(row);
                }
            }
        }
        return heldUnderAnotherKey(connection, what);
    }

    /** A lock from before names were compared as they are now stands under the key of then. */
    private static @Nullable Held heldUnderAnotherKey(Connection connection, Locked what) throws SQLException {
        try (var select = connection.prepareStatement(HELD)) {
            select.setString(1, what.projectId());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var held = held(row);
                    if (means(held, what)) {
                        return held;
                    }
                }
                return null;
            }
        }
    }

    private static boolean means(Held held, Locked what) {
        return Locked.key(held.promotion()).equals(what.key())
                || held.what().key().equals(what.key());
    }

    private static String idOf(@Nullable Held held) {
        return held == null ? "" : held.id();
    }

    private static void bind(PreparedStatement statement, Held held) throws SQLException {
        var until = held.until();
        statement.setString(1, held.id());
        statement.setString(2, held.what().project());
        statement.setString(3, held.promotion());
        statement.setString(4, held.holder().userId());
        statement.setString(5, held.holder().name());
        statement.setObject(6, held.since().atOffset(ZoneOffset.UTC));
        statement.setObject(7, until == null ? null : until.atOffset(ZoneOffset.UTC));
        statement.setString(8, held.reason());
        statement.setString(9, held.place().channel());
        statement.setString(10, held.place().thread());
        statement.setBoolean(11, held.server());
        statement.setString(12, held.said().how().name());
        statement.setString(13, held.said().from());
        statement.setString(14, String.join("\n", held.said().remarks()));
        statement.setString(15, held.what().projectId());
        statement.setString(16, held.what().key());
    }

    private static Held read(ResultSet row, StatementContext context) throws SQLException {
        return held(row);
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getString("lock_id"),
                new Locked(row.getString("project_id"), row.getString("project"), row.getString("promotion_key")),
                row.getString("promotion"),
                new Holder(row.getString("holder_id"), row.getString("holder")),
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "ends"),
                row.getString("reason"),
                new Place(row.getString("channel"), row.getString("thread")),
                row.getBoolean("server"),
                said(row));
    }

    private static Said said(ResultSet row) throws SQLException {
        var how = row.getString("how");
        var remarks = row.getString("remarks");
        return new Said(
                how == null ? How.TAKEN : How.valueOf(how),
                row.getString("taken_from"),
                remarks == null || remarks.isEmpty()
                        ? List.of()
                        : remarks.lines().toList());
    }
}
