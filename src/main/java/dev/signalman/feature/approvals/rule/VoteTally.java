package dev.signalman.feature.approvals.rule;

import dev.signalman.feature.approvals.rule.EligibleVoters.Eligibility;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.ruling.Vote;
import dev.signalman.ruling.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The votes under one policy.
 *
 * @param approved counting approvals, one per person
 * @param rejected counting rejections
 * @param unproven approvals that would count if a second factor stood behind them
 * @param unknown approvals of which it is unknown whether they count
 * @param missing ids of approvers who could still vote
 * @param exceptRequester whether the requester is among them and does not count
 * @param needed number of approvals
 */
public record VoteTally(
        Policy policy,
        List<Vote> approved,
        List<Vote> rejected,
        List<Vote> unproven,
        List<Vote> unknown,
        List<String> missing,
        boolean exceptRequester,
        int needed) {
    /** Keeps its own copies. */
    public VoteTally {
        approved = List.copyOf(approved);
        rejected = List.copyOf(rejected);
        unproven = List.copyOf(unproven);
        unknown = List.copyOf(unknown);
        missing = List.copyOf(missing);
    }

    /** Counts the votes of a wish; a person's last vote counts. */
    public static VoteTally of(Policy policy, Wish wish, EligibleVoters eligibleVoters) {
        return of(policy, wish.requester().userId(), wish.votes(), eligibleVoters);
    }

    /** Counts votes for a request by {@code requester}. */
    public static VoteTally of(Policy policy, String requester, List<Vote> votes, EligibleVoters eligibleVoters) {
        var approved = new ArrayList<Vote>();
        var rejected = new ArrayList<Vote>();
        var unknown = new ArrayList<Vote>();
        for (var vote : lastOfEach(votes)) {
            var eligibility = eligibleVoters.eligibility(policy, vote.userId(), requester);
            if (eligibility == Eligibility.COUNTS) {
                (vote.approves() ? approved : rejected).add(vote);
            } else if (eligibility == Eligibility.UNKNOWN && vote.approves()) {
                unknown.add(vote);
            }
        }
        int needed = eligibleVoters.needed(policy);
        var unproven = unproven(policy, approved, needed, eligibleVoters);
        approved.removeAll(unproven);
        var voted = approved.stream().map(Vote::userId).toList();
        var self = policy.approvals().self();
        var missing = policy.approvals().approvers().stream()
                .filter(id -> !voted.contains(id))
                .filter(id -> self || !(id.equals(requester) || eligibleVoters.started(id)))
                .filter(id -> !policy.approvals().notAuthor()
                        || eligibleVoters.contributors().stream().noneMatch(contributor -> contributor.is(id)))
                .toList();
        var except = !self && eligibleVoters.member(policy, requester) == Membership.IN;
        return new VoteTally(policy, approved, rejected, unproven, unknown, missing, except, needed);
    }

    /**
     * The approvals that lack a second factor. Where the last one needs it, those that complete the number lack it unless
     * one of them has it.
     */
    private static List<Vote> unproven(Policy policy, List<Vote> approved, int needed, EligibleVoters eligibleVoters) {
        var deciding = switch (policy.stepUp()) {
            case VOTES, ALL -> approved;
            case LAST_VOTE -> approved.subList(Math.min(needed - 1, approved.size()), approved.size());
            case NONE, BREAK_GLASS -> List.<Vote>of();
        };
        if (policy.stepUp() == StepUp.LAST_VOTE
                && deciding.stream().anyMatch(vote -> eligibleVoters.proven(policy, vote))) {
            return List.of();
        }
        return deciding.stream()
                .filter(vote -> !eligibleVoters.proven(policy, vote))
                .toList();
    }

    /** A copy whose approvers are mentioned on the card. */
    public VoteTally mentioning() {
        return new VoteTally(
                policy.with(policy.approvals().telling(Notify.MENTION)),
                approved,
                rejected,
                unproven,
                unknown,
                missing,
                exceptRequester,
                needed);
    }

    private static List<Vote> lastOfEach(List<Vote> votes) {
        var last = new LinkedHashMap<String, Vote>();
        votes.forEach(vote -> last.put(vote.userId(), vote));
        return List.copyOf(last.values());
    }

    /** Whether there are enough approvals and no rejection. */
    boolean enough() {
        return rejected.isEmpty() && !policy.approvals().approvers().isEmpty() && approved.size() >= needed;
    }

    public List<String> names() {
        return approved.stream().map(Vote::name).toList();
    }

    /** The names of those who approved, and where the policy wants a second factor, who gave one. */
    public List<String> credits() {
        return policy.stepUp().votes() ? approved.stream().map(Vote::credited).toList() : names();
    }
}
