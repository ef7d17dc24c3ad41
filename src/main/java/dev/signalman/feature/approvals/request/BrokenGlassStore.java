package dev.signalman.feature.approvals.request;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.Actor;
import dev.signalman.feature.approvals.request.BrokenGlass.Clearance;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores broken glasses in the tables {@code approval_glass} and {@code approval_clearance}. */
public final class BrokenGlassStore {
    private final InstantSource clock;

    @Inject
    BrokenGlassStore(InstantSource clock) {
        this.clock = clock;
    }

    /** Broken glasses by the numbers of their requests. */
    static Map<Integer, BrokenGlass> find(Handle handle, List<Integer> numbers) {
        var cleared = RowsByRequest.read(
                handle,
                "SELECT * FROM approval_clearance WHERE n IN (<numbers>) ORDER BY at, user_id",
                numbers,
                row -> new Clearance(row.getString("user_id"), row.getString("name")));
        return handle.createQuery("SELECT * FROM approval_glass WHERE n IN (<numbers>)")
                .bindList("numbers", numbers)
                .map((row, context) -> {
                    int number = row.getInt("n");
                    return Map.entry(number, glass(row, cleared.getOrDefault(number, List.of())));
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static BrokenGlass glass(ResultSet row, List<Clearance> cleared) throws SQLException {
        return new BrokenGlass(
                new Actor(row.getString("by_id"), row.getString("by_name"), row.getString("by_team")),
                row.getString("because"),
                InstantColumns.instant(row, "broken_at"),
                List.of(row.getString("reviewers").split(" ")),
                row.getInt("version"),
                cleared,
                InstantColumns.instantOrNull(row, "closed_at"));
    }

    /** Stores a broken glass, together with the request's change. */
    public RowChange breaking(int number, BrokenGlass glass) {
        return handle -> handle.createUpdate("""
                        INSERT INTO approval_glass (n, version, by_id, by_name, by_team, because, broken_at, reviewers)
                        VALUES (:n, :version, :by_id, :by_name, :by_team, :because, :broken_at, :reviewers)
                        """)
                .bind("n", number)
                .bind("version", glass.version())
                .bind("by_id", glass.by().userId())
                .bind("by_name", glass.by().name())
                .bind("by_team", glass.by().teamId())
                .bind("because", glass.because())
                .bind("broken_at", glass.broken())
                .bind("reviewers", String.join(" ", glass.reviewers()))
                .execute();
    }

    /** Stores a clearance, if the glass is still at {@code before}. */
    public RowChange clearing(
            int number, BrokenGlass before, BrokenGlass after, Clearance clearance, @Nullable String because) {
        return handle -> {
            int changed = handle.createUpdate("""
                            UPDATE approval_glass
                            SET version = :version, closed_at = :closed
                            WHERE n = :n AND version = :before
                            """)
                    .bind("version", after.version())
                    .bind("closed", after.closed())
                    .bind("n", number)
                    .bind("before", before.version())
                    .execute();
            if (changed == 0) {
                throw new StaleDecisionException("The review of #" + number);
            }
            handle.createUpdate("""
                            INSERT INTO approval_clearance (n, user_id, name, because, at)
                            VALUES (:n, :user, :name, :because, :now)
                            """)
                    .bind("n", number)
                    .bind("user", clearance.userId())
                    .bind("name", clearance.name())
                    .bind("because", because)
                    .bind("now", clock.instant())
                    .execute();
        };
    }
}
