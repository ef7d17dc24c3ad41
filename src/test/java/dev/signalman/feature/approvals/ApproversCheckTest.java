package dev.signalman.feature.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.Roster;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApproversCheckTest {
    /** Bob and Carol are in S0RELEASE, nobody is in S0EMPTY, U0GONE has left, S0SILENT is not told of. */
    private static final class Team implements Roster {
        @Override
        public Entry find(String id) {
            return switch (id) {
                case "S0RELEASE", "U0BOB", "U0DAN" -> Entry.THERE;
                case "S0EMPTY" -> Entry.EMPTY;
                case "U0GONE" -> Entry.GONE;
                case "S0SILENT" -> throw new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
                default -> Entry.UNHEARD_OF;
            };
        }

        @Override
        public Set<String> members(String groupId) {
            return Set.of("U0BOB", "U0CAROL");
        }
    }

    private static List<Finding> look(int needed, String... approvers) {
        var policy = Policy.of("production", List.of(), List.of(), null).with(Approvals.of(needed, approvers));
        return new ApproversCheck(new Policies(List.of(policy)), new Team()).look(Occasion.SERVING);
    }

    private static String said(int needed, String... approvers) {
        return look(needed, approvers).toString();
    }

    @Test
    void enoughWhoAreThereAreFine() {
        assertThat(said(1, "S0RELEASE")).contains("they are enough");
        assertThat(said(2, "S0RELEASE", "U0DAN")).contains("they are enough");
        assertThat(new ApproversCheck(Policies.NONE, new Team()).look(Occasion.SERVING))
                .isEmpty();
    }

    @Test
    void aGroupThatIsTooSmallCanNeverApprove() {
        assertThat(said(3, "S0RELEASE")).contains("3 must approve", "only 2", "nothing can be promoted");
        assertThat(said(2, "S0RELEASE", "U0BOB")).contains("what one of them asks for can never be approved");
    }

    @Test
    void whoIsNotThereIsNamed() {
        assertThat(said(1, "S0RELEASE", "S0NONE")).contains("Slack knows no user group S0NONE");
        assertThat(said(1, "S0RELEASE", "U0NONE")).contains("Slack knows no person U0NONE");
        assertThat(said(1, "S0RELEASE", "U0GONE")).contains("account of U0GONE is closed");
        assertThat(said(1, "S0EMPTY")).contains("Nobody is in the user group S0EMPTY", "only 0");
    }

    @Test
    void whatSlackDoesNotTellIsSaidToBeUnknown() {
        assertThat(said(1, "S0SILENT")).contains("Slack does not say whether those who may approve are there");
    }
}
