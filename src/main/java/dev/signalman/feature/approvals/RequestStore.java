package dev.signalman.feature.approvals;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.StaleException;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Requests in the tables {@code approval_request}, {@code approval_change} and {@code approval_vote}. */
final class RequestStore {
    private final Jdbi jdbi;
    private final RequestReader reader;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    RequestStore(Jdbi jdbi, RequestReader reader, Grammar grammar, InstantSource clock) {
        this.jdbi = jdbi;
        this.reader = reader;
        this.grammar = grammar;
        this.clock = clock;
    }

    /** A number that no request had before. Not all of them are used. */
    int nextNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT nextval('approval_number')")
                .mapTo(Integer.class)
                .one());
    }

    Optional<Request> find(int number) {
        return jdbi.withHandle(handle -> reader.find(handle, number));
    }

    /** The open request for the very same, if there is one. */
    Optional<Request> open(Promote pinned) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT n FROM approval_request WHERE open_key = :key")
                .bind("key", key(pinned))
                .mapTo(Integer.class)
                .findOne()
                .flatMap(number -> reader.find(handle, number)));
    }

    /** The requests that wait for votes or are on their way, the oldest first. */
    List<Request> open() {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT n FROM approval_request WHERE open_key IS NOT NULL ORDER BY n")
                .mapTo(Integer.class)
                .stream()
                .flatMap(number -> reader.find(handle, number).stream())
                .toList());
    }

    /** Those that wait for votes, the oldest first. */
    List<Request> waiting() {
        return open().stream()
                .filter(request -> request.state() == State.WAITING)
                .toList();
    }

    /** There is this request from now on, unless the same was opened meanwhile. */
    Row opening(Request request) {
        var cargo = request.cargo();
        var ships = request.ships();
        return connection -> {
            int added = Sql.run(
                    connection,
                    """
                    INSERT INTO approval_request (n, state, version, open_key, line, project_id, project, pipeline_id, ref,
                        commit_sha, commit_title, commit_author, commit_url, requester_id, requester, requester_team,
                        channel, thread, shown_channel, shown_thread, opened_at, expires_at,
                        ships_since, ships_url, ships_total, ships_exact)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    request.number(),
                    request.state().name(),
                    request.version(),
                    key(request.pinned()),
                    grammar.print(request.pinned()),
                    cargo.projectId(),
                    cargo.project(),
                    cargo.pipelineId(),
                    cargo.ref(),
                    cargo.commit(),
                    cargo.title(),
                    cargo.author(),
                    cargo.commitUrl(),
                    request.requester().userId(),
                    request.requester().name(),
                    request.requester().teamId(),
                    request.asked().channel(),
                    request.asked().thread(),
                    request.shown().channel(),
                    request.shown().thread(),
                    request.opened(),
                    request.expires(),
                    ships.since(),
                    ships.compareUrl(),
                    ships.total(),
                    ships.exact());
            if (added == 0) {
                throw new StaleException("That nobody asked for this");
            }
            int place = 0;
            for (var change : ships.newest()) {
                Sql.run(
                        connection,
                        "INSERT INTO approval_change (n, place, title, commit_sha, author) VALUES (?, ?, ?, ?, ?)",
                        request.number(),
                        place++,
                        change.title(),
                        change.commit(),
                        change.author());
            }
        };
    }

    /** The request goes on from {@code before}, and from nothing else. */
    Row changing(Request before, Request after) {
        var fate = after.fate();
        return connection -> {
            int changed = Sql.run(
                    connection,
                    """
                    UPDATE approval_request SET state = ?, version = ?, open_key = ?, granted_by = ?, granted_at = ?,
                        deploy_id = ?, deploy_workflow_id = ?, lasted_seconds = ?, ended_at = ?, ended_by_id = ?,
                        ended_by = ?, words = ?
                    WHERE n = ? AND version = ? AND state = ?
                    """,
                    after.state().name(),
                    before.version() + 1,
                    after.state().ended() ? null : key(after.pinned()),
                    fate.grantedBy(),
                    fate.grantedAt(),
                    fate.deployId(),
                    fate.deployWorkflowId(),
                    fate.lasted() == null ? null : fate.lasted().toSeconds(),
                    fate.endedAt(),
                    fate.byId(),
                    fate.by(),
                    fate.words(),
                    before.number(),
                    before.version(),
                    before.state().name());
            if (changed == 0) {
                throw new StaleException(before.named());
            }
        };
    }

    /** Somebody's vote, in the place of an earlier one; written together with a change of the request. */
    Row voting(Request request, Vote vote, @Nullable String because) {
        return connection -> {
            Sql.run(
                    connection,
                    "DELETE FROM approval_vote WHERE n = ? AND user_id = ?",
                    request.number(),
                    vote.userId());
            Sql.run(
                    connection,
                    "INSERT INTO approval_vote (n, user_id, name, approves, because, at) VALUES (?, ?, ?, ?, ?, ?)",
                    request.number(),
                    vote.userId(),
                    vote.name(),
                    vote.approves(),
                    because,
                    clock.instant());
        };
    }

    /** What may be asked once at a time: the same to the letter, whoever asks and for whatever reason. */
    private String key(Promote pinned) {
        return UUID.nameUUIDFromBytes(grammar.print(pinned.bare()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
