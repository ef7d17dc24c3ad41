package dev.signalman.feature.approvals.rule;

import dev.signalman.command.Command;
import dev.signalman.command.Factor;
import dev.signalman.command.Factor.Step;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Invocation;
import dev.signalman.domain.UtcTimeFormat;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether a decision needs the person's second factor, whether it has it, and if not, what to do. */
public final class VoteStepUp {
    /** For the ledger. */
    public static final String WITH_FACTOR = " with an authenticator code";

    private final SecondFactors factors;
    private final FactorTrust trust;

    @Inject
    VoteStepUp(SecondFactors factors, FactorTrust trust) {
        this.factors = factors;
        this.trust = trust;
    }

    /**
     * A vote with the factor whose code was given just now, or with that of the same person's equal vote before.
     *
     * @param votes each person's last one
     */
    public Vote vote(Invocation invocation, boolean approves, List<Vote> votes) {
        var who = invocation.actor();
        var given = factors.usedFor(invocation);
        var factor = given.isPresent() ? given.get() : earlier(who.userId(), approves, votes);
        return new Vote(who.userId(), who.name(), approves, factor);
    }

    private static @Nullable String earlier(String userId, boolean approves, List<Vote> votes) {
        for (var vote : votes) {
            if (vote.userId().equals(userId) && vote.approves() == approves) {
                return vote.factor();
            }
        }
        return null;
    }

    /**
     * The policies under which an approval lacks a second factor.
     *
     * @param votes with that approval
     */
    public List<Policy> demands(
            List<Policy> asking, String requesterId, List<Vote> votes, Vote approval, EligibleVoters eligibleVoters) {
        return asking.stream()
                .filter(policy -> policy.stepUp().votes())
                .filter(policy -> VoteTally.of(policy, requesterId, votes, eligibleVoters)
                        .unproven()
                        .contains(approval))
                .toList();
    }

    /** Whether a code of the person's factor would meet what policies demand. */
    public boolean canMeet(String userId, List<Policy> demands) {
        return trust.of(userId, demands) == FactorTrust.Standing.COUNTS;
    }

    /**
     * Whether a second factor that counts under these policies was given with a decision.
     *
     * @throws Refusal when they demand one and it was not
     */
    public boolean admitGlass(Invocation invocation, List<Policy> policies, String what, Command again) {
        var demands = FactorTrust.glassDemands(policies);
        if (demands.isEmpty()) {
            return false;
        }
        var userId = invocation.actor().userId();
        var given = factors.usedFor(invocation).orElse("");
        if (given.isEmpty()
                || demands.stream()
                        .anyMatch(policy -> !trust.counting(userId, policy).equals(given))) {
            throw refusal(userId, demands, what, "Break glass", again);
        }
        return true;
    }

    /**
     * A refusal that says why the person's factor does not count, and what to do.
     *
     * @param what the decision, as the start of a sentence
     * @param again the decision as a command, whose form asks for the code
     */
    public Refusal refusal(String userId, List<Policy> demands, String what, String label, Command again) {
        return switch (trust.of(userId, demands)) {
            case OFF ->
                new Refusal(what + " needs a second factor, and second factors are turned off, so it wasn't counted. "
                        + "Ask your Signalman admin to set SIGNALMAN_ENCRYPTION_KEY (32 random bytes in base64) and "
                        + "restart.");
            case NONE ->
                new Refusal(
                        what + " needs a second factor, and you have none, so it wasn't counted. Set one up now: it "
                                + "counts after 24 hours, or as soon as two approvers vouch for it.",
                        List.of(Suggestion.next("Set up second factor", Factor.own(Step.SHOW))));
            case WAITS -> {
                var countsAt = factors.of(userId).countsAt();
                yield new Refusal(
                                what
                                        + " needs a second factor, and yours is too new, so it wasn't counted. It counts from "
                                        + UtcTimeFormat.of(countsAt)
                                        + ", or as soon as two approvers vouch for it. Ask them to press Vouch.",
                                List.of(Suggestion.next("Show my second factor", Factor.own(Step.SHOW))))
                        .naming(List.of(countsAt));
            }
            case COUNTS ->
                new Refusal(
                        what + " needs a code of your second factor, so it wasn't counted. Press the button and enter "
                                + "the code.",
                        List.of(Suggestion.next(label, again)));
        };
    }
}
