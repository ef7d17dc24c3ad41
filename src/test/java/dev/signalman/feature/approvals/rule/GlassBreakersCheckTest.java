package dev.signalman.feature.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult.State;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlassBreakersCheckTest {
    private static Policy policy(String... approvers) {
        var approvals = approvers.length == 0 ? Approvals.NONE : Approvals.of(1, approvers);
        return Policy.of("production", List.of(), List.of(), null).with(approvals);
    }

    private static String said(Policy policy) {
        return new GlassBreakersCheck(() -> new Policies(List.of(policy)), new GroupMembers(new FixedRoster()))
                .look(CheckContext.SERVING)
                .toString();
    }

    @Test
    void whereNobodyMayBreakOneThereIsNothingToLookAt() {
        assertThat(said(policy("S0RELEASE"))).isEqualTo("[]");
    }

    @Test
    void whoIsThereAndCanBeClearedByTwoOthersIsFine() {
        assertThat(said(policy("S0RELEASE").broken("U0DAN")))
                .contains(
                        State.FINE.name(),
                        "Everyone who can break glass exists in Slack, and enough others can review.");
        assertThat(said(policy("S0RELEASE", "U0DAN").broken("U0BOB"))).contains(State.FINE.name());
    }

    @Test
    void whoIsNotThereIsNamed() {
        assertThat(said(policy("S0RELEASE").broken("S0NONE", "U0DAN")))
                .contains(State.WRONG.name(), "Slack doesn't know user group S0NONE");
        assertThat(said(policy("S0RELEASE").broken("U0GONE"))).contains("account of U0GONE is deactivated");
        assertThat(said(policy("S0RELEASE").broken("S0EMPTY"))).contains("Nobody is in user group S0EMPTY");
    }

    @Test
    void tooFewToClearItAreNamed() {
        assertThat(said(policy("S0RELEASE").broken("U0BOB")))
                .contains(
                        State.WORTH_A_LOOK.name(),
                        "2 others must review each break-glass promotion, and for some people there",
                        "there is only 1");
        assertThat(said(policy("U0DAN").broken("U0DAN", "U0BOB"))).contains("there are only 0");
    }

    @Test
    void policyThatGuardsNothingHasNoBreakGlass() {
        assertThat(said(policy().broken("U0DAN")))
                .contains("This rule needs no approval and has no freeze, so break_glass has no effect.");
    }

    @Test
    void whatSlackDoesNotTellIsSaidToBeUnknown() {
        assertThat(said(policy("S0RELEASE").broken("S0SILENT")))
                .contains("Slack didn't return the people who can break glass");
    }
}
