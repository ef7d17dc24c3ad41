package dev.signalman.feature.approvals.request;

import dev.signalman.command.Promote;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.ShortCommit;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for the approval of a promotion.
 *
 * @param version increases with each change
 * @param pinned the exact promotion that is voted on
 * @param asked where it was requested
 * @param shown where its card is
 * @param votes each person's last one, oldest first
 * @param glass set if somebody went ahead alone; else null
 * @param held the deploy that waits at the gate for this request; null for a promotion that is yet to be made
 * @param goesAt when it goes once it is approved, as far as is known; null for at once, or after a freeze without an end
 */
public record ApprovalRequest(
        int number,
        RequestState state,
        int version,
        Promote pinned,
        Cargo cargo,
        Actor requester,
        Place asked,
        Place shown,
        Instant opened,
        Instant expires,
        Ships ships,
        Fate fate,
        List<Vote> votes,
        @Nullable BrokenGlass glass,
        @Nullable HeldDeploy held,
        @Nullable Instant goesAt) {
    /** A request that goes as soon as it is approved. */
    public ApprovalRequest(
            int number,
            RequestState state,
            int version,
            Promote pinned,
            Cargo cargo,
            Actor requester,
            Place asked,
            Place shown,
            Instant opened,
            Instant expires,
            Ships ships,
            Fate fate,
            List<Vote> votes,
            @Nullable BrokenGlass glass,
            @Nullable HeldDeploy held) {
        this(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, ships, fate, votes,
                glass, held, null);
    }

    /**
     * What would be promoted.
     *
     * @param ref as Semaphore writes it, e.g. {@code refs/heads/main}
     * @param author empty when unknown
     * @param commitUrl null when the git host's pages are unknown
     */
    public record Cargo(
            String projectId,
            String project,
            String pipelineId,
            String ref,
            String commit,
            String title,
            String author,
            @Nullable String commitUrl) {
        public String shortCommit() {
            return ShortCommit.of(commit);
        }
    }

    /**
     * What would ship.
     *
     * @param since when the previous deploy was done; null when there was none, or it is unknown
     * @param compareUrl page with all changes; null when unknown
     * @param total number of commits that come, or go if it rolls back; perhaps more than {@code newest} holds; 0 when
     *     the commit is live already
     * @param exact whether that number is complete
     * @param failures how many deploys failed since the previous one
     * @param rollsBack whether the commit is older than what is live
     * @param newest newest first
     */
    public record Ships(
            @Nullable Instant since,
            @Nullable String compareUrl,
            int total,
            boolean exact,
            int failures,
            boolean rollsBack,
            List<Change> newest) {
        /** Keeps its own copy. */
        public Ships {
            newest = List.copyOf(newest);
        }

        /** What is live already, since then. */
        public static Ships again(@Nullable Instant since, int failures) {
            return new Ships(since, null, 0, true, failures, false, List.of());
        }

        /** Whether the commit is live already. */
        public boolean redeploys() {
            return since != null && total == 0;
        }
    }

    /**
     * A deploy that was started elsewhere and waits at the gate.
     *
     * @param pipelineId the pipeline that waits
     * @param file the pipeline file that it runs
     * @param starter who started it
     */
    public record HeldDeploy(String pipelineId, String workflowId, String file, DeployStart.Starter starter) {}

    /** A commit that would ship; {@code author} is empty when unknown. */
    public record Change(String title, String commit, String author) {}

    /**
     * How the request went on.
     *
     * @param grantedBy invocation of the last vote
     * @param deployId the promoted pipeline
     * @param lasted the deploy's running time
     * @param words why it ended so; for a rejection, the rejecter's words
     */
    public record Fate(
            @Nullable String grantedBy,
            @Nullable Instant grantedAt,
            @Nullable String deployId,
            @Nullable String deployWorkflowId,
            @Nullable Duration lasted,
            @Nullable Instant endedAt,
            @Nullable String byId,
            @Nullable String by,
            String words) {
        public static final Fate OPEN = new Fate(null, null, null, null, null, null, null, null, "");

        /** Granted; nothing is known about the deploy yet. */
        public static Fate granted(String by, Instant at) {
            return new Fate(by, at, null, null, null, null, null, null, "");
        }

        /** The deploy that waited at the gate may go on. */
        public static Fate admitted(String by, Instant at, HeldDeploy deploy) {
            return new Fate(by, at, deploy.pipelineId(), deploy.workflowId(), null, null, null, null, "");
        }

        /** State of the deploy; {@code at} is its end, null while it runs. */
        public Fate went(@Nullable Pipeline deploy, @Nullable Duration ran, @Nullable Instant at, String why) {
            return new Fate(
                    grantedBy,
                    grantedAt,
                    deploy == null ? deployId : deploy.id(),
                    deploy == null ? deployWorkflowId : deploy.workflowId(),
                    ran,
                    at,
                    null,
                    null,
                    why);
        }

        /** Ended by a person; {@code who} is null for nobody in particular. */
        public Fate ended(@Nullable Actor who, Instant at, String why) {
            return new Fate(
                    grantedBy,
                    grantedAt,
                    deployId,
                    deployWorkflowId,
                    lasted,
                    at,
                    who == null ? null : who.userId(),
                    who == null ? null : who.name(),
                    why);
        }
    }

    /** Keeps its own copy. */
    public ApprovalRequest {
        votes = List.copyOf(votes);
    }

    /** Adds what other tables hold. */
    ApprovalRequest whole(List<Change> changes, List<Vote> cast, @Nullable BrokenGlass broken) {
        var shipped = new Ships(
                ships.since(),
                ships.compareUrl(),
                ships.total(),
                ships.exact(),
                ships.failures(),
                ships.rollsBack(),
                changes);
        return new ApprovalRequest(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, shipped, fate, cast,
                broken, held, goesAt);
    }

    /** The next version, with this state. */
    public ApprovalRequest then(RequestState next, Fate became) {
        return new ApprovalRequest(
                number,
                next,
                version + 1,
                pinned,
                cargo,
                requester,
                asked,
                shown,
                opened,
                expires,
                ships,
                became,
                votes,
                glass,
                held,
                goesAt);
    }

    public ApprovalRequest with(List<Vote> others) {
        return new ApprovalRequest(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, ships, fate, others,
                glass, held, goesAt);
    }

    public ApprovalRequest breaking(BrokenGlass broken) {
        return new ApprovalRequest(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, ships, fate, votes,
                broken, held, goesAt);
    }

    /** A copy of a new request, in this state and with these times. */
    public ApprovalRequest opening(RequestState first, Instant votesUntil, @Nullable Instant goes) {
        return new ApprovalRequest(
                number,
                first,
                version,
                pinned,
                cargo,
                requester,
                asked,
                shown,
                opened,
                votesUntil,
                ships,
                fate,
                votes,
                glass,
                held,
                goes);
    }

    /** A copy that goes at another time; see {@code goesAt}. */
    public ApprovalRequest goingAt(@Nullable Instant other) {
        return new ApprovalRequest(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, ships, fate, votes,
                glass, held, other);
    }

    /** Whether somebody set a time for it. */
    public boolean scheduled() {
        return pinned.scheduled() != null;
    }

    /** Logins at the git host of those who wrote or pushed what would ship, as far as recorded. */
    public Set<String> contributors() {
        return Stream.concat(Stream.of(cargo.author()), ships.newest().stream().map(Change::author))
                .filter(login -> !login.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The votes for it. */
    public List<Vote> approvals() {
        return votes.stream().filter(Vote::approves).toList();
    }

    /** Names of those who voted for it. */
    public List<String> approverNames() {
        return approvals().stream().map(Vote::name).toList();
    }

    /** Their names, and who of them gave a second factor. */
    public List<String> creditedApprovers() {
        return approvals().stream().map(Vote::credited).toList();
    }

    /** For example {@code #12}. */
    public String named() {
        return "#" + number;
    }

    /** Its id as a reconcile key. */
    public String key() {
        return Integer.toString(number);
    }
}
