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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether a decision needs the person's second factor, whether it has it, and if not, what to do. */
public final class VoteStepUp {
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

    /**
     * What stood behind a decision, for the ledger.
     *
     * @param factorId the id of the person's factor; empty for none
     */
    public String words(String userId, String factorId) {
        if (factorId.isEmpty()) {
            return "";
        }
        var passkey = factors.of(userId).stream()
                .anyMatch(factor -> factor.id().equals(factorId) && factor.kind() == Factor.Kind.PASSKEY);
        return passkey ? " with a passkey" : " with an authenticator code";
    }

    /**
     * The id of the second factor that was given with a decision, if these policies demand one; empty if they do not.
     *
     * @throws Refusal when they demand one and none that counts was given
     */
    public String admitGlass(Invocation invocation, List<Policy> policies, String what, Command again) {
        var demands = FactorTrust.glassDemands(policies);
        if (demands.isEmpty()) {
            return "";
        }
        var userId = invocation.actor().userId();
        var given = factors.usedFor(invocation).orElse("");
        if (given.isEmpty()
                || demands.stream()
                        .anyMatch(policy -> !trust.counting(userId, policy).contains(given))) {
            throw refusal(userId, demands, what, "Break glass", again);
        }
        return given;
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
                var countsAt = factors.of(userId).stream()
                        .map(SecondFactors.KnownFactor::countsAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
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
                        trust.kinds(userId, demands).contains(Factor.Kind.CODE)
                                ? what
                                        + " needs a code from your authenticator app, so it doesn't count yet. Press the "
                                        + "button and enter the code."
                                : what + " needs your passkey, so it doesn't count yet. Press the button to use it.",
                        List.of(Suggestion.next(label, again)));
        };
    }
}
