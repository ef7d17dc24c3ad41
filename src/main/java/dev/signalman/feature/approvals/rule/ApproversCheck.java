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
                    "Slack didn't return the approvers (" + silent.getMessage() + ").",
                    "Fix the Slack problems above, then run doctor again."));
        }
        return checkResults.isEmpty()
                ? List.of(CheckResult.fine(APPROVERS, "Every approver exists in Slack, and there are enough of them."))
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
                    needed + " approvals are needed from different people, and there are only " + people
                            + (people == 1 ? " approver" : " approvers") + ". Nothing can be promoted.",
                    "Add people to the groups, name more approvers, or lower approvals."));
        } else if (people == needed && !policy.approvals().self()) {
            checkResults.add(CheckResult.worthALook(
                    what,
                    needed
                            + " approvals are needed and there are as many approvers, so a request by one of them can "
                            + "never be approved.",
                    "Add an approver, or set self_approval: true."));
        }
    }
}
