package dev.signalman.feature.approvals.request;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.approvals.request.ApprovalRequest.Cargo;
import dev.signalman.feature.approvals.request.ApprovalRequest.Change;
import dev.signalman.feature.approvals.request.ApprovalRequest.Fate;
import dev.signalman.feature.approvals.request.ApprovalRequest.HeldDeploy;
import dev.signalman.feature.approvals.request.ApprovalRequest.Ships;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Vote;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads requests from their rows. */
public final class RequestRowMapper {
    private final Grammar grammar;

    @Inject
    RequestRowMapper(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * The requests that match {@code condition}, oldest first, in five queries for any number. Each request is read
     * before its votes: a vote cast meanwhile changes the version, so a change based on stale data fails.
     */
    List<ApprovalRequest> find(Handle handle, String condition, Map<String, ?> values) {
        var requests = handle.createQuery("SELECT * FROM approval_request WHERE " + condition + " ORDER BY n")
                .bindMap(values)
                .map((row, context) -> request(row))
                .list();
        if (requests.isEmpty()) {
            return requests;
        }
        var numbers = requests.stream().map(ApprovalRequest::number).toList();
        var changes = RowsByRequest.read(
                handle,
                "SELECT * FROM approval_change WHERE n IN (<numbers>) ORDER BY place",
                numbers,
                row -> new Change(row.getString("title"), row.getString("commit_sha"), row.getString("author")));
        var votes = RowsByRequest.read(
                handle,
                "SELECT * FROM approval_vote WHERE n IN (<numbers>) ORDER BY at, user_id",
                numbers,
                row -> new Vote(
                        row.getString("user_id"),
                        row.getString("name"),
                        row.getBoolean("approves"),
                        row.getString("factor_id")));
        var glasses = BrokenGlassStore.find(handle, numbers);
        return requests.stream()
                .map(request -> request.whole(
                        changes.getOrDefault(request.number(), List.of()),
                        votes.getOrDefault(request.number(), List.of()),
                        glasses.get(request.number())))
                .toList();
    }

    private ApprovalRequest request(ResultSet row) throws SQLException {
        return new ApprovalRequest(
                row.getInt("n"),
                RequestState.valueOf(row.getString("state")),
                row.getInt("version"),
                (Promote) grammar.readOwn(row.getString("line")),
                cargo(row),
                new Actor(row.getString("requester_id"), row.getString("requester"), row.getString("requester_team"))
                        .through(row.getString("agent")),
                new Place(row.getString("channel"), row.getString("thread")),
                new Place(row.getString("shown_channel"), row.getString("shown_thread")),
                InstantColumns.instant(row, "opened_at"),
                InstantColumns.instant(row, "expires_at"),
                new Ships(
                        InstantColumns.instantOrNull(row, "ships_since"),
                        row.getString("ships_url"),
                        row.getInt("ships_total"),
                        row.getBoolean("ships_exact"),
                        row.getInt("ships_failures"),
                        row.getBoolean("rolls_back"),
                        List.of()),
                fate(row),
                List.of(),
                null,
                held(row),
                InstantColumns.instantOrNull(row, "goes_at"));
    }

    private static @Nullable HeldDeploy held(ResultSet row) throws SQLException {
        var pipeline = row.getString("gate_pipeline");
        if (pipeline == null) {
            return null;
        }
        var people = row.getString("gate_people");
        return new HeldDeploy(
                pipeline,
                row.getString("gate_workflow"),
                row.getString("gate_file"),
                new DeployStart.Starter(
                        row.getString("requester"),
                        row.getString("gate_how"),
                        people.isEmpty() ? List.of() : List.of(people.split(" ")),
                        row.getBoolean("gate_person")));
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
                InstantColumns.instantOrNull(row, "granted_at"),
                row.getString("deploy_id"),
                row.getString("deploy_workflow_id"),
                none ? null : Duration.ofSeconds(lasted),
                InstantColumns.instantOrNull(row, "ended_at"),
                row.getString("ended_by_id"),
                row.getString("ended_by"),
                Objects.requireNonNullElse(row.getString("words"), ""));
    }
}
