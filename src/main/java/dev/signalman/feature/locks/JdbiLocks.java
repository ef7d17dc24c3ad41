package dev.signalman.feature.locks;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.Place;
import dev.signalman.feature.locks.HeldLock.Holder;
import dev.signalman.feature.locks.HeldLock.How;
import dev.signalman.feature.locks.HeldLock.Said;
import dev.signalman.port.RuledProjects;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The locks, in the table {@code promotion_lock}. Each promotion has one row, which stays after unlocking, so a
 * decision about the promotion can lock it.
 */
final class JdbiLocks implements HeldLocks, RuledProjects {
    private static final String ROW = """
            INSERT INTO promotion_lock (project_id, promotion_key)
            VALUES (:project, :key)
            ON CONFLICT DO NOTHING
            """;
    private static final String TAKE = """
            UPDATE promotion_lock
            SET lock_id = :lock_id, project = :project, promotion = :promotion, holder_id = :holder_id, holder = :holder,
                since = :since, ends = :ends, reason = :reason, channel = :channel, thread = :thread, server = :server,
                how = :how, taken_from = :taken_from, remarks = :remarks
            WHERE project_id = :project_id AND promotion_key = :promotion_key
            """;
    private static final String HOLD_ON = """
            SELECT *
            FROM promotion_lock
            WHERE project_id = :project AND promotion_key = :key
            FOR UPDATE
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    JdbiLocks(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Optional<HeldLock> of(LockedPromotion what) {
        return jdbi.withHandle(handle -> find(handle, what));
    }

    Optional<HeldLock> withId(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM promotion_lock WHERE lock_id = :id")
                .bind("id", id)
                .map(JdbiLocks::read)
                .findOne());
    }

    /** The current locks, oldest first. */
    List<HeldLock> all() {
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
     * Stores a lock.
     *
     * @param before the only lock that it may replace; null for none
     */
    RowChange taking(HeldLock held, @Nullable HeldLock before) {
        return handle -> {
            var there = holdingOn(handle, held.what());
            if (!idOf(there).equals(idOf(before))) {
                throw new StaleDecisionException("The lock");
            }
            take(handle, held);
            if (before != null && !before.what().key().equals(held.what().key())) {
                releasing(before).write(handle);
            }
        };
    }

    /** Ends this lock, and no other in its place. */
    RowChange releasing(HeldLock held) {
        return handle -> {
            int released = handle.createUpdate("UPDATE promotion_lock SET lock_id = NULL WHERE lock_id = :id")
                    .bind("id", held.id())
                    .execute();
            if (released == 0) {
                throw new StaleDecisionException("The lock");
            }
        };
    }

    @Override
    public RowChange free(LockedPromotion what) {
        return handle -> {
            var there = holdingOn(handle, what);
            if (there != null && there.holds(clock.instant())) {
                throw new StaleDecisionException("The lock");
            }
        };
    }

    /** Locks the row until the transaction ends. */
    private static @Nullable HeldLock holdingOn(Handle handle, LockedPromotion what) {
        handle.createUpdate(ROW)
                .bind("project", what.projectId())
                .bind("key", what.key())
                .execute();
        return handle.createQuery(HOLD_ON)
                .bind("project", what.projectId())
                .bind("key", what.key())
                .map((row, context) ->
                        row.getString("lock_id") == null ? Optional.<HeldLock>empty() : Optional.of(read(row, context)))
                .one()
                .or(() -> find(handle, what))
                .orElse(null);
    }

    /** Compares names instead of keys: older locks have keys of an older format. */
    private static Optional<HeldLock> find(Handle handle, LockedPromotion what) {
        return handle.createQuery("SELECT * FROM promotion_lock WHERE project_id = :project AND lock_id IS NOT NULL")
                .bind("project", what.projectId())
                .map(JdbiLocks::read)
                .filter(held -> means(held, what))
                .findFirst();
    }

    private static boolean means(HeldLock held, LockedPromotion what) {
        return LockedPromotion.key(held.promotion()).equals(what.key())
                || held.what().key().equals(what.key());
    }

    private static String idOf(@Nullable HeldLock held) {
        return held == null ? "" : held.id();
    }

    private static void take(Handle handle, HeldLock held) {
        handle.createUpdate(TAKE)
                .bind("lock_id", held.id())
                .bind("project", held.what().project())
                .bind("promotion", held.promotion())
                .bind("holder_id", held.holder().userId())
                .bind("holder", held.holder().name())
                .bind("since", held.since())
                .bind("ends", held.until())
                .bind("reason", held.reason())
                .bind("channel", held.place().channel())
                .bind("thread", held.place().thread())
                .bind("server", held.server())
                .bind("how", held.said().how().name())
                .bind("taken_from", held.said().from())
                .bind("remarks", String.join("\n", held.said().remarks()))
                .bind("project_id", held.what().projectId())
                .bind("promotion_key", held.what().key())
                .execute();
    }

    private static HeldLock read(ResultSet row, StatementContext context) throws SQLException {
        return new HeldLock(
                row.getString("lock_id"),
                new LockedPromotion(
                        row.getString("project_id"), row.getString("project"), row.getString("promotion_key")),
                row.getString("promotion"),
                new Holder(row.getString("holder_id"), row.getString("holder")),
                InstantColumns.instant(row, "since"),
                InstantColumns.instantOrNull(row, "ends"),
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

    /** The projects in which somebody holds a lock. */
    @Override
    public Set<String> ids() {
        return all().stream().map(held -> held.what().projectId()).collect(Collectors.toSet());
    }
}
