package dev.signalman.feature.approvals;

import dev.signalman.command.Promote;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval.
 *
 * @param version counts its changes
 * @param pinned what is voted on, to the letter
 * @param asked where it was asked for
 * @param shown where its card stands
 * @param votes the last one of each person, the oldest first
 * @param glass that somebody went ahead alone with it; null when nobody did
 */
record ApprovalRequest(
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
        @Nullable BrokenGlass glass) {
    /**
     * What would be promoted.
     *
     * @param ref as Semaphore writes it, e.g. {@code refs/heads/main}
     * @param author empty where it is not known
     * @param commitUrl null where the git host's pages are not known
     */
    record Cargo(
            String projectId,
            String project,
            String pipelineId,
            String ref,
            String commit,
            String title,
            String author,
            @Nullable String commitUrl) {
        String shortCommit() {
            return commit.length() <= 7 ? commit : commit.substring(0, 7);
        }
    }

    /**
     * What would ship.
     *
     * @param since when that deploy was done which the changes follow; null when there was none, or it is not known
     * @param compareUrl where all changes can be read; null where that is not known
     * @param total how many commits; more than {@code newest} holds
     * @param exact whether that is all of them
     * @param newest the newest first
     */
    record Ships(@Nullable Instant since, @Nullable String compareUrl, int total, boolean exact, List<Change> newest) {
        /** Keeps its own copy. */
        Ships {
            newest = List.copyOf(newest);
        }
    }

    /** A commit that would ship; {@code author} empty where it is not known. */
    record Change(String title, String commit, String author) {}

    /**
     * What became of it.
     *
     * @param grantedBy the invocation of the last vote
     * @param deployId the promoted pipeline
     * @param lasted how long the deploy ran
     * @param words why it ended so; for a rejection in the words of who rejected
     */
    record Fate(
            @Nullable String grantedBy,
            @Nullable Instant grantedAt,
            @Nullable String deployId,
            @Nullable String deployWorkflowId,
            @Nullable Duration lasted,
            @Nullable Instant endedAt,
            @Nullable String byId,
            @Nullable String by,
            String words) {
        static final Fate OPEN = new Fate(null, null, null, null, null, null, null, null, "");

        /** It goes; nothing is known of the deploy yet. */
        static Fate granted(String by, Instant at) {
            return new Fate(by, at, null, null, null, null, null, null, "");
        }

        /** The deploy stands so; {@code at} is when it ended, null while it runs. */
        Fate went(@Nullable Pipeline deploy, @Nullable Duration ran, @Nullable Instant at, String why) {
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

        /** Somebody ended it; {@code who} is null for nobody in particular. */
        Fate ended(@Nullable Actor who, Instant at, String why) {
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
    ApprovalRequest {
        votes = List.copyOf(votes);
    }

    /** The same with what is kept in tables of its own. */
    ApprovalRequest whole(List<Change> changes, List<Vote> cast, @Nullable BrokenGlass broken) {
        var shipped = new Ships(ships.since(), ships.compareUrl(), ships.total(), ships.exact(), changes);
        return new ApprovalRequest(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, shipped, fate, cast,
                broken);
    }

    /** As it will stand once this change is written down. */
    ApprovalRequest then(RequestState next, Fate became) {
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
                glass);
    }

    /** The same with these votes. */
    ApprovalRequest with(List<Vote> others) {
        return new ApprovalRequest(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, ships, fate, others,
                glass);
    }

    /** The same with this glass. */
    ApprovalRequest breaking(BrokenGlass broken) {
        return new ApprovalRequest(
                number, state, version, pinned, cargo, requester, asked, shown, opened, expires, ships, fate, votes,
                broken);
    }

    /** Who pushed what would ship, by their logins at the git host, as far as that is written down. */
    Set<String> pushers() {
        return Stream.concat(Stream.of(cargo.author()), ships.newest().stream().map(Change::author))
                .filter(login -> !login.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How people name it. */
    String named() {
        return "#" + number;
    }

    /** Its number, as what is looked at is named. */
    String key() {
        return Integer.toString(number);
    }
}
