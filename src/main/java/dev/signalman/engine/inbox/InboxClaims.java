package dev.signalman.engine.inbox;

import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Finds rows that are due and claims them for this process. */
public final class InboxClaims {
    private static final String COLUMNS = """
            SELECT i.*, a.token, a.line AS act_line, a.state, a.intended_at, a.rules
            FROM inbox i LEFT JOIN acts a ON a.invocation_id = i.id AND a.settled_at IS NULL
            """;

    /** Condition of free rows. A dead process's rows may have been due by a clock that was ahead. */
    private static final String FREE = """
            due_at <= :ever AND ((owner IS NULL AND due_at <= :now)
                OR (owner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM instances WHERE instances.id = inbox.owner)))
            """;

    /** Longest possible delay. */
    private static final Duration EVER = Duration.ofDays(365);

    private final InstanceId me;
    private final InstantSource clock;

    @Inject
    InboxClaims(InstanceId me, InstantSource clock) {
        this.me = me;
        this.clock = clock;
    }

    /**
     * Claims up to {@code most} due rows without a living owner, oldest first. If there are more, every person gets an
     * equal share.
     */
    public List<Claim> due(Handle handle, int most) {
        List<String> free = oldest(handle, null, most);
        if (free.size() == most) {
            free = fairly(handle, most);
        }
        if (free.isEmpty()) {
            return List.of();
        }
        handle.createUpdate("UPDATE inbox SET owner = :me WHERE id IN (<ids>)")
                .bind("me", me.id())
                .bindList("ids", free)
                .execute();
        return handle.createQuery(COLUMNS + " WHERE i.id IN (<ids>) ORDER BY i.due_at")
                .bindList("ids", free)
                .map(InboxClaims::claim)
                .list();
    }

    private List<String> fairly(Handle handle, int most) {
        List<String> people = handle.createQuery("SELECT user_id FROM inbox WHERE " + FREE
                        + " GROUP BY user_id ORDER BY MIN(due_at) LIMIT :most")
                .bind("now", clock.instant())
                .bind("ever", clock.instant().plus(EVER))
                .bind("most", most)
                .mapTo(String.class)
                .list();
        int share = Math.max(1, most / Math.max(1, people.size()));
        return people.stream()
                .flatMap(person -> oldest(handle, person, share).stream())
                .limit(most)
                .toList();
    }

    private List<String> oldest(Handle handle, @Nullable String person, int most) {
        var query = handle.createQuery("SELECT id FROM inbox WHERE " + FREE
                        + (person == null ? "" : " AND user_id = :person")
                        + " ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED")
                .bind("now", clock.instant())
                .bind("ever", clock.instant().plus(EVER))
                .bind("most", most);
        return (person == null ? query : query.bind("person", person))
                .mapTo(String.class)
                .list();
    }

    /**
     * Rows that this process owns and that were due before {@code before}. It is working on most of them, and has lost
     * track of the rest.
     */
    public List<Claim> owned(Handle handle, Instant before) {
        return handle.createQuery(COLUMNS + " WHERE i.owner = :me AND i.due_at <= :before ORDER BY i.due_at")
                .bind("me", me.id())
                .bind("before", before)
                .map(InboxClaims::claim)
                .list();
    }

    private static Claim claim(ResultSet row, StatementContext context) throws SQLException {
        var origin = OriginColumns.read(row);
        var actor = new Actor(
                row.getString("user_id"),
                row.getString("user_name"),
                row.getString("team_id"),
                origin instanceof Origin.ByAgent by ? by.agent() : null);
        var place = new Place(row.getString("channel"), row.getString("thread"));
        var invocation = new Invocation(
                row.getString("id"),
                actor,
                place,
                row.getString("line"),
                origin,
                InstantColumns.instant(row, "taken"),
                row.getString("response_url"));
        var token = row.getString("token");
        var pending = token == null
                ? null
                : new Claim.Pending(
                        new Act(
                                token,
                                actor,
                                place,
                                InstantColumns.instant(row, "intended_at"),
                                row.getString("rules")),
                        row.getString("act_line"),
                        row.getString("state").equals("sent"));
        return new Claim(invocation, pending, row.getInt("attempts"));
    }
}
