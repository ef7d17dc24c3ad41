package dev.signalman.feature.approvals;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whether those who must approve are there, and are enough. */
final class ApproversCheck implements Check {
    private static final String APPROVERS = "approvers in signalman.yml";

    private final Supplier<Policies> policies;
    private final Named named;

    @Inject
    ApproversCheck(Supplier<Policies> policies, Named named) {
        this.policies = policies;
        this.named = named;
    }

    @Override
    public String about() {
        return APPROVERS;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        var asking = policies.get().all().stream()
                .filter(policy -> policy.approvals().needed() > 0)
                .toList();
        if (asking.isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        try {
            asking.forEach(policy -> look(policy, findings));
        } catch (MessengerException silent) {
            return List.of(Finding.unknown(
                    APPROVERS,
                    "Slack does not say whether those who may approve are there (" + silent.getMessage() + ").",
                    "Mend what the lines about Slack tell, and look again."));
        }
        return findings.isEmpty()
                ? List.of(Finding.fine(APPROVERS, "Everybody who may approve is there, and they are enough."))
                : findings;
    }

    private void look(Policy policy, List<Finding> findings) {
        var what = APPROVERS + ", " + policy.place() + " (" + policy.name() + ")";
        var people = named.people(policy.approvals().approvers(), what, findings);
        enough(policy, people.size(), what, findings);
    }

    private static void enough(Policy policy, int people, String what, List<Finding> findings) {
        int needed = policy.approvals().needed();
        if (people < needed) {
            findings.add(Finding.wrong(
                    what,
                    needed + " must approve, each another person, and there are only " + people
                            + ": nothing can be promoted.",
                    "Put more people into the groups, name more, or ask for fewer approvals."));
        } else if (people == needed && !policy.approvals().self()) {
            findings.add(Finding.worthALook(
                    what,
                    needed
                            + " must approve and there are just as many: what one of them asks for can never be approved.",
                    "Name one more, or say self_approval: true."));
        }
    }
}
