package dev.signalman.feature.approvals.request;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Stores requests in the tables {@code approval_request}, {@code approval_change} and {@code approval_vote}. */
public final class RequestStore {
    private static final String OPEN = """
            INSERT INTO approval_request (n, state, version, open_key, line, project_id, project, pipeline_id, ref,
                commit_sha, commit_title, commit_author, commit_url, requester_id, requester, requester_team,
                channel, thread, shown_channel, shown_thread, opened_at, expires_at,
                ships_since, ships_url, ships_total, ships_exact, ships_failures, rolls_back,
                gate_pipeline, gate_workflow, gate_file, gate_how, gate_people, gate_person, goes_at, agent)
            VALUES (:n, :state, :version, :open_key, :line, :project_id, :project, :pipeline_id, :ref,
                :commit_sha, :commit_title, :commit_author, :commit_url, :requester_id, :requester, :requester_team,
                :channel, :thread, :shown_channel, :shown_thread, :opened_at, :expires_at,
                :ships_since, :ships_url, :ships_total, :ships_exact, :ships_failures, :rolls_back,
                :gate_pipeline, :gate_workflow, :gate_file, :gate_how, :gate_people, :gate_person, :goes_at, :agent)
            ON CONFLICT DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE approval_request
            SET state = :state, version = :version, open_key = :open_key, granted_by = :granted_by,
                granted_at = :granted_at, deploy_id = :deploy_id, deploy_workflow_id = :deploy_workflow_id,
                lasted_seconds = :lasted_seconds, ended_at = :ended_at, ended_by_id = :ended_by_id,
                ended_by = :ended_by, words = :words, goes_at = :goes_at
            WHERE n = :n AND version = :version_before AND state = :state_before
            """;

    private final Jdbi jdbi;
    private final RequestRowMapper reader;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    RequestStore(Jdbi jdbi, RequestRowMapper reader, Grammar grammar, InstantSource clock) {
        this.jdbi = jdbi;
        this.reader = reader;
        this.grammar = grammar;
        this.clock = clock;
    }

    /** A new request number; not all numbers are used. */
    public int nextNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT nextval('approval_number')")
                .mapTo(Integer.class)
                .one());
    }

    public Optional<ApprovalRequest> find(int number) {
        return read("n = :n", Map.of("n", number)).stream().findFirst();
    }

    /** The open request for exactly this promotion, if there is one. */
    public Optional<ApprovalRequest> open(Promote pinned) {
        return read("open_key = :key", Map.of("key", key(pinned))).stream().findFirst();
    }

    /** Open requests, waiting, scheduled or in progress, oldest first. */
    public List<ApprovalRequest> open() {
        return read("open_key IS NOT NULL", Map.of());
    }

    /** Requests that were opened since then and have been granted or ended, oldest first. */
    public List<ApprovalRequest> decided(Instant since) {
        return read("opened_at >= :since AND (granted_at IS NOT NULL OR ended_at IS NOT NULL)", Map.of("since", since));
    }

    /** The request for a deploy that waits at the gate, or waited there. */
    public Optional<ApprovalRequest> ofHeld(String pipelineId) {
        return read("gate_pipeline = :pipeline", Map.of("pipeline", pipelineId)).stream()
                .findFirst();
    }

    /** Requests with an uncleared broken glass, oldest first. */
    public List<ApprovalRequest> toBeCleared() {
        return read("n IN (SELECT n FROM approval_glass WHERE closed_at IS NULL)", Map.of());
    }

    private List<ApprovalRequest> read(String condition, Map<String, ?> values) {
        return jdbi.withHandle(handle -> reader.find(handle, condition, values));
    }

    /** Requests that wait for votes, oldest first. */
    public List<ApprovalRequest> waiting() {
        return open().stream()
                .filter(request -> request.state() == RequestState.WAITING)
                .toList();
    }

    /** Requests that wait for their time, oldest first. */
    public List<ApprovalRequest> scheduled() {
        return open().stream()
                .filter(request -> request.state() == RequestState.SCHEDULED)
                .toList();
    }

    /** Stores a new request, unless one for the same promotion was opened meanwhile. */
    public RowChange opening(ApprovalRequest request) {
        var cargo = request.cargo();
        var ships = request.ships();
        var held = request.held();
        return handle -> {
            int added = handle.createUpdate(OPEN)
                    .bind("n", request.number())
                    .bind("state", request.state().name())
                    .bind("version", request.version())
                    .bind("open_key", key(request))
                    .bind("line", grammar.print(request.pinned()))
                    .bind("project_id", cargo.projectId())
                    .bind("project", cargo.project())
                    .bind("pipeline_id", cargo.pipelineId())
                    .bind("ref", cargo.ref())
                    .bind("commit_sha", cargo.commit())
                    .bind("commit_title", cargo.title())
                    .bind("commit_author", cargo.author())
                    .bind("commit_url", cargo.commitUrl())
                    .bind("requester_id", request.requester().userId())
                    .bind("requester", request.requester().name())
                    .bind("requester_team", request.requester().teamId())
                    .bind("agent", request.requester().agent())
                    .bind("channel", request.asked().channel())
                    .bind("thread", request.asked().thread())
                    .bind("shown_channel", request.shown().channel())
                    .bind("shown_thread", request.shown().thread())
                    .bind("opened_at", request.opened())
                    .bind("expires_at", request.expires())
                    .bind("ships_since", ships.since())
                    .bind("ships_url", ships.compareUrl())
                    .bind("ships_total", ships.total())
                    .bind("ships_exact", ships.exact())
                    .bind("ships_failures", ships.failures())
                    .bind("gate_pipeline", held == null ? null : held.pipelineId())
                    .bind("gate_workflow", held == null ? null : held.workflowId())
                    .bind("gate_file", held == null ? null : held.file())
                    .bind("gate_how", held == null ? null : held.starter().how())
                    .bind(
                            "gate_people",
                            held == null
                                    ? null
                                    : String.join(" ", held.starter().people()))
                    .bind("gate_person", held == null ? null : held.starter().person())
                    .bind("rolls_back", ships.rollsBack())
                    .bind("goes_at", request.goesAt())
                    .execute();
            if (added == 0) {
                throw new StaleDecisionException("That nobody asked for this");
            }
            int place = 0;
            for (var change : ships.newest()) {
                handle.createUpdate("""
                                INSERT INTO approval_change (n, place, title, commit_sha, author)
                                VALUES (:n, :place, :title, :commit, :author)
                                """)
                        .bind("n", request.number())
                        .bind("place", place++)
                        .bind("title", change.title())
                        .bind("commit", change.commit())
                        .bind("author", change.author())
                        .execute();
            }
        };
    }

    /** Changes a request, if it is still at {@code before}. */
    public RowChange changing(ApprovalRequest before, ApprovalRequest after) {
        var fate = after.fate();
        return handle -> {
            int changed = handle.createUpdate(CHANGE)
                    .bind("state", after.state().name())
                    .bind("version", before.version() + 1)
                    .bind("open_key", after.state().ended() ? null : key(after))
                    .bind("granted_by", fate.grantedBy())
                    .bind("granted_at", fate.grantedAt())
                    .bind("deploy_id", fate.deployId())
                    .bind("deploy_workflow_id", fate.deployWorkflowId())
                    .bind(
                            "lasted_seconds",
                            fate.lasted() == null ? null : fate.lasted().toSeconds())
                    .bind("ended_at", fate.endedAt())
                    .bind("ended_by_id", fate.byId())
                    .bind("ended_by", fate.by())
                    .bind("words", fate.words())
                    .bind("goes_at", after.goesAt())
                    .bind("n", before.number())
                    .bind("version_before", before.version())
                    .bind("state_before", before.state().name())
                    .execute();
            if (changed == 0) {
                throw new StaleDecisionException(before.named());
            }
        };
    }

    /** Stores a person's vote in the place of an earlier one, together with a change of the request. */
    public RowChange voting(ApprovalRequest request, Vote vote, @Nullable String because) {
        return handle -> {
            handle.createUpdate("DELETE FROM approval_vote WHERE n = :n AND user_id = :user")
                    .bind("n", request.number())
                    .bind("user", vote.userId())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO approval_vote (n, user_id, name, approves, because, at, factor_id)
                            VALUES (:n, :user, :name, :approves, :because, :now, :factor)
                            """)
                    .bind("n", request.number())
                    .bind("user", vote.userId())
                    .bind("name", vote.name())
                    .bind("approves", vote.approves())
                    .bind("because", because)
                    .bind("factor", vote.factor())
                    .bind("now", clock.instant())
                    .execute();
        };
    }

    /** A deploy is held once; a promotion may be asked for while another deploy of it waits at the gate. */
    private String key(ApprovalRequest request) {
        var held = request.held();
        return held == null
                ? key(request.pinned())
                : UUID.nameUUIDFromBytes(("gate " + held.pipelineId()).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** Key of the exact promotion, of which only one request may be open, whoever asks and why. */
    private String key(Promote pinned) {
        // requests were first stored with the word "again", so equal ones must still be found
        return UUID.nameUUIDFromBytes(
                        grammar.print(pinned.bare().repeated(true)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether anybody was written to when a request was opened. */
    public boolean anybodyNotified(int request) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM approval_told WHERE n = :n")
                        .bind("n", request)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Notes who is written to about a request; written together with the opening. */
    public static RowChange notified(int request, List<String> people) {
        return handle -> {
            for (var person : people) {
                handle.createUpdate("INSERT INTO approval_told (n, user_id) VALUES (:n, :user)")
                        .bind("n", request)
                        .bind("user", person)
                        .execute();
            }
        };
    }
}
