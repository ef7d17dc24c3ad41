package dev.signalman.feature.approvals.vote;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.rule.ApprovalRule;
import dev.signalman.feature.approvals.rule.EligibleVoters.Eligibility;
import dev.signalman.feature.approvals.rule.VoteTally;
import dev.signalman.feature.approvals.view.WaitingRequestPhrases;
import dev.signalman.port.HomePart;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lists, on the home tab, requests that the person may vote on now. If Slack does not answer, it says so and leaves out
 * the affected requests.
 */
public final class PendingVotesHomePart implements HomePart {
    private final RequestStore store;
    private final Supplier<Policies> policies;
    private final ApprovalRule rule;
    private final RequestCloser closer;

    @Inject
    PendingVotesHomePart(RequestStore store, Supplier<Policies> policies, ApprovalRule rule, RequestCloser closer) {
        this.store = store;
        this.policies = policies;
        this.rule = rule;
        this.closer = closer;
    }

    @Override
    public Shelf shelf() {
        return Shelf.WAITING;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var entries = new ArrayList<HomeCard.Entry>();
        var unknown = new ArrayList<String>();
        for (var request : store.waiting()) {
            if (closer.over(request)) {
                continue;
            }
            var asking = asking(request);
            var requester = request.requester().userId();
            var voters = Stream.concat(
                            Stream.of(userId), request.votes().stream().map(Vote::userId))
                    .distinct()
                    .toList();
            var held = request.held();
            var eligibleVoters = rule.gather(
                    asking, voters, requester, held == null ? null : held.starter(), request.contributors());
            var eligibilities = asking.stream()
                    .map(policy -> eligibleVoters.eligibility(policy, userId, requester))
                    .toList();
            if (eligibilities.contains(Eligibility.COUNTS)) {
                var tallies = asking.stream()
                        .map(policy -> VoteTally.of(policy, requester, request.votes(), eligibleVoters))
                        .toList();
                entries.add(entry(request, tallies, agreed(request, userId)));
            } else if (eligibilities.contains(Eligibility.UNKNOWN)) {
                unknown.add(request.named());
            }
        }
        if (entries.isEmpty() && unknown.isEmpty()) {
            return Optional.empty();
        }
        var title = Text.empty().symbol(Symbol.ASKED).bold("Waiting for you");
        var silent = unknown.isEmpty()
                ? ""
                : "Slack didn't confirm whether you can approve " + RequestPhrases.list(unknown)
                        + ", so it isn't listed.";
        return Optional.of(new Shown(sentence(entries.size(), silent), new HomeCard.Part(title, entries, silent)));
    }

    private static String sentence(int entries, String silent) {
        var waits = entries + (entries == 1 ? " request needs your approval." : " requests need your approval.");
        return entries == 0 ? silent : waits + (silent.isEmpty() ? "" : " " + silent);
    }

    private static boolean agreed(ApprovalRequest request, String userId) {
        return request.votes().stream()
                .anyMatch(vote -> vote.approves() && vote.userId().equals(userId));
    }

    /** The rules that ask for votes, as {@link dev.signalman.ruling.Wish} has them. */
    private List<Policy> asking(ApprovalRequest request) {
        var asking = ApprovalRule.asking(
                policies.get().of(request.pinned().promotion(), request.cargo().project()));
        return request.requester().agent() == null
                ? asking
                : asking.stream().map(Policy::withoutSelfApproval).toList();
    }

    private static HomeCard.Entry entry(ApprovalRequest request, List<VoteTally> tallies, boolean agreed) {
        var compare = request.ships().compareUrl();
        var line = WaitingRequestPhrases.line(request).plain("  ·  " + WaitingRequestPhrases.counts(tallies));
        line = compare == null ? line : line.plain("  ·  ").link("compare", compare);
        return agreed
                ? new HomeCard.Entry(
                        line.plain(", including yours"), CardActions.of(WaitingRequestPhrases.reject(request)))
                : new HomeCard.Entry(
                        line,
                        CardActions.of(WaitingRequestPhrases.approve(request), WaitingRequestPhrases.reject(request)));
    }
}
