package dev.signalman.feature.approvals.breakglass;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.command.BreakGlass;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a reason when somebody who may break the glass presses the button; everybody else is refused without a form.
 */
public final class BreakGlassForm implements CommandForm<BreakGlass> {
    private static final String WHY = "because";
    private static final String CODE = "code";
    private static final int LONGEST = 300;

    private final RequestStore store;
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final MembershipLookup membershipLookup;
    private final FactorTrust trust;
    private final SecondFactors factors;
    private final Grammar grammar;

    @Inject
    BreakGlassForm(
            RequestStore store,
            Supplier<Policies> policies,
            RuledProjectNames names,
            MembershipLookup membershipLookup,
            FactorTrust trust,
            SecondFactors factors,
            Grammar grammar) {
        this.store = store;
        this.policies = policies;
        this.names = names;
        this.membershipLookup = membershipLookup;
        this.trust = trust;
        this.factors = factors;
        this.grammar = grammar;
    }

    @Override
    public @Nullable Form form(BreakGlass command, Invocation asked) {
        var typed = command.because() != null || asked.origin().press() == null;
        if (typed
                && policies.get().all().stream()
                        .noneMatch(policy -> policy.stepUp().glass())) {
            return null;
        }
        var request = store.find(command.request())
                .filter(each -> each.state().pending())
                .orElse(null);
        if (request == null) {
            return null;
        }
        var userId = asked.actor().userId();
        var matching = matching(request);
        if (!named(matching, userId)) {
            return null;
        }
        var demands = FactorTrust.glassDemands(matching);
        var proof = trust.proof(CODE, demands, asked);
        if (demands.isEmpty() ? typed : proof.impossible()) {
            return null;
        }
        var why = new Field.Written(
                WHY, "Reason", "Everyone in this channel will see this.", true, command.because(), LONGEST, false);
        return new Form(
                "Break glass: " + request.named(),
                "Break glass",
                RequestPhrases.cargo(request) + ", deploys to "
                        + request.pinned().promotion()
                        + " now, without the missing approvals. " + RequestPhrases.source(request),
                "The approvers are notified, and two of them must review it afterwards.",
                proof.after(List.of(why)),
                proof.link());
    }

    private List<Policy> matching(ApprovalRequest request) {
        var cargo = request.cargo();
        return policies.get()
                .of(
                        request.pinned().promotion(),
                        names.of(cargo.projectId(), cargo.project()).name());
    }

    private boolean named(List<Policy> matching, String userId) {
        return matching.stream()
                .filter(Policy::guards)
                .allMatch(policy -> membershipLookup.of(userId, policy.breakGlass()) != Membership.OUT);
    }

    @Override
    public BreakGlass completed(BreakGlass command, FormSubmission filled) {
        var broken = new BreakGlass(command.request(), filled.needed(WHY));
        if (filled.text(CODE) != null) {
            factors.prove(filled, CODE, grammar.print(broken));
        }
        return broken;
    }
}
