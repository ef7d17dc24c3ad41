package dev.signalman.feature.approvals;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.approvals.Request.Cargo;
import dev.signalman.feature.approvals.Request.Change;
import dev.signalman.feature.approvals.Request.Fate;
import dev.signalman.feature.approvals.Request.Ships;
import dev.signalman.ruling.Vote;
import dev.signalman.storage.Columns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads requests from their rows. */
final class RequestReader {
    private final Grammar grammar;

    @Inject
    RequestReader(Grammar grammar) {
        this.grammar = grammar;
    }

    Optional<Request> find(Handle handle, int number) {
        var votes = handle.createQuery(
                        "SELECT user_id, name, approves FROM approval_vote WHERE n = :n ORDER BY at, user_id")
                .bind("n", number)
                .map((row, context) -> new Vote(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
        var changes = handle.createQuery(
                        "SELECT title, commit_sha, author FROM approval_change WHERE n = :n ORDER BY place")
                .bind("n", number)
                .map((row, context) -> new Change(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        var glass = GlassStore.find(handle, number).orElse(null);
        return handle.createQuery("SELECT * FROM approval_request WHERE n = :n")
                .bind("n", number)
                .map((row, context) -> request(row, changes, votes, glass))
                .findOne();
    }

    private Request request(ResultSet row, List<Change> changes, List<Vote> votes, @Nullable Glass glass)
            throws SQLException {
        return new Request(
                row.getInt("n"),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                (Promote) grammar.readOwn(row.getString("line")),
                cargo(row),
                new Actor(row.getString("requester_id"), row.getString("requester"), row.getString("requester_team")),
                new Place(row.getString("channel"), row.getString("thread")),
                new Place(row.getString("shown_channel"), row.getString("shown_thread")),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "expires_at"),
                new Ships(
                        Columns.instantOrNull(row, "ships_since"),
                        row.getString("ships_url"),
                        row.getInt("ships_total"),
                        row.getBoolean("ships_exact"),
                        changes),
                fate(row),
                votes,
                glass);
    }

    private static Cargo cargo(ResultSet row) throws SQLException {
        return new Cargo(
                row.getString("project_id"),
                row.getString("project"),
                row.getString("pipeline_id"),
                row.getString("ref"),
                row.getString("commit_sha"),
                row.getString("commit_title"),
                row.getString("commit_author"),
                row.getString("commit_url"));
    }

    private static Fate fate(ResultSet row) throws SQLException {
        long lasted = row.getLong("lasted_seconds");
        boolean none = row.wasNull();
        return new Fate(
                row.getString("granted_by"),
                Columns.instantOrNull(row, "granted_at"),
                row.getString("deploy_id"),
                row.getString("deploy_workflow_id"),
                none ? null : Duration.ofSeconds(lasted),
                Columns.instantOrNull(row, "ended_at"),
                row.getString("ended_by_id"),
                row.getString("ended_by"),
                Objects.requireNonNullElse(row.getString("words"), ""));
    }
}
