package dev.signalman.feature.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApproversCheckTest {
    private static List<CheckResult> look(int needed, String... approvers) {
        var policy = Policy.of("production", List.of(), List.of(), null).with(Approvals.of(needed, approvers));
        return new ApproversCheck(() -> new Policies(List.of(policy)), new GroupMembers(new FixedRoster()))
                .look(CheckContext.SERVING);
    }

    private static String said(int needed, String... approvers) {
        return look(needed, approvers).toString();
    }

    @Test
    void enoughWhoAreThereAreFine() {
        assertThat(said(1, "S0RELEASE")).contains("there are enough of them");
        assertThat(said(2, "S0RELEASE", "U0DAN")).contains("there are enough of them");
        assertThat(new ApproversCheck(() -> Policies.NONE, new GroupMembers(new FixedRoster()))
                        .look(CheckContext.SERVING))
                .isEmpty();
    }

    @Test
    void aGroupThatIsTooSmallCanNeverApprove() {
        assertThat(said(3, "S0RELEASE")).contains("3 approvals are needed", "only 2", "Nothing can be promoted");
        assertThat(said(2, "S0RELEASE", "U0BOB"))
                .contains("approvals are needed and there are as many approvers, so a request by one of them can never "
                        + "be approved.");
    }

    @Test
    void whoIsNotThereIsNamed() {
        assertThat(said(1, "S0RELEASE", "S0NONE")).contains("Slack doesn't know user group S0NONE");
        assertThat(said(1, "S0RELEASE", "U0NONE")).contains("Slack doesn't know person U0NONE");
        assertThat(said(1, "S0RELEASE", "U0GONE")).contains("account of U0GONE is deactivated");
        assertThat(said(1, "S0EMPTY")).contains("Nobody is in user group S0EMPTY", "only 0");
    }

    @Test
    void whatSlackDoesNotTellIsSaidToBeUnknown() {
        assertThat(said(1, "S0SILENT")).contains("Slack didn't return the approvers");
    }
}
