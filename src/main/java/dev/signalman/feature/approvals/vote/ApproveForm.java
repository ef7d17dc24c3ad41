package dev.signalman.feature.approvals.vote;

import dev.signalman.card.Form;
import dev.signalman.command.Approve;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.rule.ApprovalRule;
import dev.signalman.feature.approvals.rule.VoteStepUp;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a code when an approval needs the voter's second factor. Everybody else votes without a form; the handler says
 * why a vote does not count.
 */
public final class ApproveForm implements CommandForm<Approve> {
    private static final String CODE = "code";

    private final RequestStore store;
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final ApprovalRule rule;
    private final VoteStepUp stepUp;
    private final FactorTrust trust;
    private final SecondFactors factors;
    private final Grammar grammar;

    @Inject
    ApproveForm(
            RequestStore store,
            Supplier<Policies> policies,
            RuledProjectNames names,
            ApprovalRule rule,
            VoteStepUp stepUp,
            FactorTrust trust,
            SecondFactors factors,
            Grammar grammar) {
        this.store = store;
        this.policies = policies;
        this.names = names;
        this.rule = rule;
        this.stepUp = stepUp;
        this.trust = trust;
        this.factors = factors;
        this.grammar = grammar;
    }

    @Override
    public @Nullable Form form(Approve command, Invocation asked) {
        if (policies.get().all().stream().noneMatch(policy -> policy.stepUp().votes())) {
            return null; // votes stay as quick as they were
        }
        var request = store.find(command.request())
                .filter(each -> each.state() == RequestState.WAITING)
                .orElse(null);
        if (request == null) {
            return null;
        }
        var demands = demands(request, asked);
        if (demands.isEmpty()) {
            return null;
        }
        var proof = trust.proof(CODE, demands, asked);
        if (proof.impossible()) {
            return null;
        }
        return new Form(
                "Approve " + request.named(),
                "Approve",
                RequestPhrases.cargo(request) + ", deploys to "
                        + request.pinned().promotion() + " once it has all the approvals it needs. "
                        + RequestPhrases.source(request),
                "",
                proof.code(),
                proof.link());
    }

    private List<Policy> demands(ApprovalRequest request, Invocation asked) {
        var cargo = request.cargo();
        var asking = ApprovalRule.asking(policies.get()
                .of(
                        request.pinned().promotion(),
                        names.of(cargo.projectId(), cargo.project()).name()));
        var vote = stepUp.vote(asked, true, request.votes());
        var votes = new ArrayList<>(request.votes());
        votes.removeIf(each -> each.userId().equals(vote.userId()));
        votes.add(vote);
        var voters = Stream.concat(votes.stream().map(Vote::userId), Stream.of(vote.userId()))
                .distinct()
                .toList();
        var requester = request.requester().userId();
        var held = request.held();
        var eligibleVoters =
                rule.gather(asking, voters, requester, held == null ? null : held.starter(), request.contributors());
        return stepUp.demands(asking, requester, votes, vote, eligibleVoters);
    }

    @Override
    public Approve completed(Approve command, FormSubmission filled) {
        if (filled.text(CODE) != null) { // else it comes from the passkey's page
            factors.prove(filled, CODE, grammar.print(command));
        }
        return command;
    }
}
