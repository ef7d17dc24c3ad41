package dev.signalman.feature.approvals.view;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.ShortCommit;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.ApprovalRequest.Change;
import dev.signalman.feature.approvals.request.ApprovalRequest.Ships;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.rule.EligibleVoters;
import dev.signalman.feature.approvals.rule.VoteTally;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes a request's card in every state. */
public final class ApprovalCardFactory {
    private static final int SHOWN_CHANGES = 5;

    private final SemaphoreLinks links;
    private final GlassReviewCards reviews;

    @Inject
    public ApprovalCardFactory(SemaphoreLinks links, GlassReviewCards reviews) {
        this.links = links;
        this.reviews = reviews;
    }

    /**
     * The card of a waiting request.
     *
     * @param risk why to look twice; may be empty
     * @param breakable whether somebody may go ahead alone
     */
    public ApprovalCard waiting(
            ApprovalRequest request,
            List<VoteTally> tallies,
            EligibleVoters eligibleVoters,
            Text risk,
            boolean breakable) {
        return new ApprovalCard(
                WaitingRequestPhrases.sentence(request, tallies, eligibleVoters),
                headline(request),
                Objects.requireNonNullElse(request.pinned().because(), ""),
                commit(request),
                ships(request),
                changes(request),
                details(request),
                risk,
                WaitingRequestPhrases.standing(request, tallies, eligibleVoters),
                WaitingRequestPhrases.actions(request, breakable));
    }

    /**
     * The card of an approved request that waits for its time.
     *
     * @param risk why to look twice; may be empty
     * @param breakable whether somebody may go ahead alone
     */
    public ApprovalCard scheduled(ApprovalRequest request, Text risk, boolean breakable) {
        return new ApprovalCard(
                ScheduledRequestPhrases.spoken(request),
                ScheduledRequestPhrases.headline(request),
                Objects.requireNonNullElse(request.pinned().because(), ""),
                commit(request),
                ships(request),
                changes(request),
                details(request),
                risk,
                ScheduledRequestPhrases.standing(request),
                WaitingRequestPhrases.scheduledActions(request, breakable));
    }

    private Text headline(ApprovalRequest request) {
        var held = request.held();
        if (request.requester().agent() != null) {
            return asksByAgent(request);
        }
        return held == null
                ? Text.empty()
                        .symbol(Symbol.ASKED)
                        .bold(request.named())
                        .plain("  ")
                        .mention(
                                request.requester().userId(),
                                request.requester().name())
                        .plain(" requests approval to promote ")
                        .bold(request.cargo().project())
                        .plain(" to ")
                        .bold(request.pinned().promotion())
                : Text.empty()
                        .symbol(Symbol.GATE)
                        .bold(request.named())
                        .plain("  ")
                        .bold(request.cargo().project())
                        .plain(" is waiting at the gate of ")
                        .bold(request.pinned().promotion())
                        .plain("  ·  ")
                        .link("pipeline", links.pipeline(held.workflowId(), held.pipelineId()));
    }

    private static Text asksByAgent(ApprovalRequest request) {
        var requester = request.requester();
        return Text.empty()
                .symbol(Symbol.AGENT)
                .bold(request.named() + " " + requester.agent())
                .plain(" asks, for ")
                .mention(requester.userId(), requester.name())
                .plain(", to promote ")
                .bold(request.cargo().project())
                .plain(" to ")
                .bold(request.pinned().promotion());
    }

    /** The card of a request that no longer waits. */
    public ApprovalCard decided(ApprovalRequest request) {
        var words = new DecidedRequestPhrases(request, links, reviews);
        return new ApprovalCard(
                words.sentence(),
                words.headline(),
                words.quote(),
                commit(request),
                Text.empty(),
                List.of(),
                request.state().ended() ? List.of() : details(request),
                Text.empty(),
                words.standing(),
                request.glass() == null ? CardActions.NONE : reviews.actions(request));
    }

    private static Text commit(ApprovalRequest request) {
        var cargo = request.cargo();
        var title = cargo.title().isEmpty() ? "no message" : cargo.title();
        var text = cargo.commitUrl() == null ? Text.of(title) : Text.empty().link(title, cargo.commitUrl());
        text = text.plain("  ").code(cargo.shortCommit());
        return cargo.author().isEmpty() ? text : text.plain("  " + cargo.author());
    }

    private static Text ships(ApprovalRequest request) {
        var ships = request.ships();
        if (ships.since() == null) {
            return Text.of("I found no earlier deploy to compare with.");
        }
        if (ships.redeploys()) {
            return Text.empty()
                    .bold("Redeploys what is live already")
                    .plain(": ")
                    .code(request.cargo().shortCommit())
                    .plain(", deployed ")
                    .date(ships.since());
        }
        var text = ships.rollsBack()
                ? rollback(request)
                : counted(ships).plain(" since the last deploy, ").date(ships.since());
        return ships.compareUrl() == null ? text : text.plain("  ·  ").link("compare", ships.compareUrl());
    }

    private static Text counted(Ships ships) {
        return Text.empty()
                .bold((ships.exact() ? "Ships " : "Ships at least ")
                        + ships.total()
                        + (ships.total() == 1 ? " change" : " changes"));
    }

    /** A commit older than what is live brings no change; it takes some away. */
    private static Text rollback(ApprovalRequest request) {
        var ships = request.ships();
        return Text.empty()
                .bold("Rolls back to ")
                .code(request.cargo().shortCommit())
                .plain((ships.exact() ? ": " : ": at least ")
                        + ships.total()
                        + (ships.total() == 1 ? " change is removed" : " changes are removed"));
    }

    private static List<Text> changes(ApprovalRequest request) {
        var ships = request.ships();
        if (ships.since() == null) {
            return List.of();
        }
        var rows = new ArrayList<Text>();
        ships.newest().stream().limit(SHOWN_CHANGES).forEach(change -> rows.add(change(change)));
        int rest = ships.total() - rows.size();
        if (rest > 0) {
            rows.add(Text.of("and " + rest + " more"));
        }
        return rows;
    }

    private static Text change(Change change) {
        var commit = ShortCommit.of(change.commit());
        var title = change.title().isEmpty() ? "no message" : change.title();
        return Text.of(title + " ").code(commit).plain(change.author().isEmpty() ? "" : " " + change.author());
    }

    private static List<Text> details(ApprovalRequest request) {
        var details = new ArrayList<Text>();
        if (request.requester().agent() != null && request.pinned().because() != null) {
            details.add(Text.of("The reason was given by the agent; I didn't check it."));
        }
        var held = request.held();
        if (held != null && request.state() == RequestState.WAITING) {
            details.add(Text.of(held.starter().how() + ". Its first job waits for your decision."));
            if (held.starter().unknown()) {
                details.add(Text.of("I don't know who that is in Slack. It may be one of you, so one more approval is "
                        + "needed than the rule asks for."));
            }
        }
        if (request.scheduled() && request.state() == RequestState.WAITING) {
            details.add(ScheduledRequestPhrases.detail(request));
        }
        if (!request.pinned().parameters().isEmpty()) {
            var line = Text.empty().bold("Parameters").plain("  ");
            for (var each : request.pinned().assignments()) {
                line = line.plain(line.spans().size() > 2 ? " " : "").code(each);
            }
            details.add(line);
        }
        if (request.pinned().override()) {
            details.add(Text.empty().symbol(Symbol.WARNING).plain("The pipeline did not pass (override)."));
        }
        return details;
    }
}
