package dev.signalman.feature.approvals.breakglass;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.command.BreakGlass;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a reason when somebody who may break the glass presses the button; everybody else is refused without a form.
 */
public final class BreakGlassForm implements CommandForm<BreakGlass> {
    private static final String WHY = "because";
    private static final int LONGEST = 300;

    private final RequestStore store;
    private final Supplier<Policies> policies;
    private final MembershipLookup membershipLookup;

    @Inject
    BreakGlassForm(RequestStore store, Supplier<Policies> policies, MembershipLookup membershipLookup) {
        this.store = store;
        this.policies = policies;
        this.membershipLookup = membershipLookup;
    }

    @Override
    public @Nullable Form form(BreakGlass command, Invocation asked) {
        if (command.because() != null || asked.origin().press() == null) {
            return null;
        }
        var request = store.find(command.request())
                .filter(each -> each.state().pending())
                .orElse(null);
        if (request == null || !named(request, asked.actor().userId())) {
            return null;
        }
        return new Form(
                "Break glass: " + request.named(),
                "Break glass",
                request.cargo().project() + ", commit " + request.cargo().shortCommit() + ", deploys to "
                        + request.pinned().promotion()
                        + " now, without the missing approvals.",
                "The approvers are notified, and two of them must review it afterwards.",
                List.of(Field.Written.line(WHY, "Reason", "Everyone in this channel will see this.", LONGEST)));
    }

    private boolean named(ApprovalRequest request, String userId) {
        return policies.get().of(request.pinned().promotion(), request.cargo().project()).stream()
                .filter(Policy::guards)
                .allMatch(policy -> membershipLookup.of(userId, policy.breakGlass()) != Membership.OUT);
    }

    @Override
    public BreakGlass completed(BreakGlass command, FormSubmission filled) {
        return new BreakGlass(command.request(), filled.needed(WHY));
    }
}
