package dev.signalman.feature.approvals.rule;

import dev.signalman.chat.MessengerException;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.feature.approvals.request.BrokenGlass;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Checks that those who may break the glass exist, and that enough others exist to clear it. */
public final class GlassBreakersCheck implements Check {
    private static final String BREAK_GLASS = "break_glass in signalman.yml";

    private final Supplier<Policies> policies;
    private final GroupMembers groupMembers;

    @Inject
    GlassBreakersCheck(Supplier<Policies> policies, GroupMembers groupMembers) {
        this.policies = policies;
        this.groupMembers = groupMembers;
    }

    @Override
    public String about() {
        return BREAK_GLASS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var breakable = policies.get().all().stream()
                .filter(policy -> !policy.breakGlass().isEmpty())
                .toList();
        if (breakable.isEmpty()) {
            return List.of();
        }
        var checkResults = new ArrayList<CheckResult>();
        try {
            breakable.forEach(policy -> look(policy, checkResults));
        } catch (MessengerException silent) {
            return List.of(CheckResult.unknown(
                    BREAK_GLASS,
                    "Slack didn't return the people who can break glass (" + silent.getMessage() + ").",
                    "Fix the Slack problems above, then run doctor again."));
        }
        return checkResults.isEmpty()
                ? List.of(CheckResult.fine(
                        BREAK_GLASS, "Everyone who can break glass exists in Slack, and enough others can review."))
                : checkResults;
    }

    private void look(Policy policy, List<CheckResult> checkResults) {
        var what = BREAK_GLASS + ", " + policy.place() + " (" + policy.name() + ")";
        if (!policy.guards()) {
            checkResults.add(CheckResult.worthALook(
                    what,
                    "This rule needs no approval and has no freeze, so break_glass has no effect.",
                    "Remove break_glass, or add approvals or a freeze."));
            return;
        }
        var breakers = groupMembers.people(policy.breakGlass(), what, checkResults);
        var approvers = policy.approvals().approvers();
        var others = approvers.isEmpty() ? breakers : groupMembers.people(approvers, what, new ArrayList<>());
        long fewest = breakers.stream()
                .mapToLong(breaker ->
                        others.stream().filter(each -> !each.equals(breaker)).count())
                .min()
                .orElse(BrokenGlass.NEEDED);
        if (fewest < BrokenGlass.NEEDED) {
            checkResults.add(CheckResult.worthALook(
                    what,
                    BrokenGlass.NEEDED
                            + " others must review each break-glass promotion, and for some people there "
                            + (fewest == 1 ? "is only 1 reviewer" : "are only " + fewest)
                            + ". Those promotions could never be reviewed.",
                    "Add approvers, or add people to the groups."));
        }
    }
}
