package dev.signalman.feature.approvals.rule;

import dev.signalman.chat.MessengerException;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Checks that the configured approvers exist and are enough. */
public final class ApproversCheck implements Check {
    private static final String APPROVERS = "approvers in signalman.yml";

    private final Supplier<Policies> policies;
    private final GroupMembers groupMembers;

    @Inject
    ApproversCheck(Supplier<Policies> policies, GroupMembers groupMembers) {
        this.policies = policies;
        this.groupMembers = groupMembers;
    }

    @Override
    public String about() {
        return APPROVERS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var asking = policies.get().all().stream()
                .filter(policy -> policy.approvals().needed() > 0)
                .toList();
        if (asking.isEmpty()) {
            return List.of();
        }
        var checkResults = new ArrayList<CheckResult>();
        try {
            asking.forEach(policy -> look(policy, checkResults));
        } catch (MessengerException silent) {
            return List.of(CheckResult.unknown(
                    APPROVERS,
                    "Slack does not say whether those who may approve are there (" + silent.getMessage() + ").",
                    "Mend what the lines about Slack tell, and look again."));
        }
        return checkResults.isEmpty()
                ? List.of(CheckResult.fine(APPROVERS, "Everybody who may approve is there, and they are enough."))
                : checkResults;
    }

    private void look(Policy policy, List<CheckResult> checkResults) {
        var what = APPROVERS + ", " + policy.place() + " (" + policy.name() + ")";
        var people = groupMembers.people(policy.approvals().approvers(), what, checkResults);
        enough(policy, people.size(), what, checkResults);
    }

    private static void enough(Policy policy, int people, String what, List<CheckResult> checkResults) {
        int needed = policy.approvals().needed();
        if (people < needed) {
            checkResults.add(CheckResult.wrong(
                    what,
                    needed + " must approve, each another person, and there are only " + people
                            + ": nothing can be promoted.",
                    "Put more people into the groups, name more, or ask for fewer approvals."));
        } else if (people == needed && !policy.approvals().self()) {
            checkResults.add(CheckResult.worthALook(
                    what,
                    needed
                            + " must approve and there are just as many: what one of them asks for can never be approved.",
                    "Name one more, or say self_approval: true."));
        }
    }
}
