package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.RELEASE;

import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people give the last required vote at the same moment, repeatedly. */
@Tag("on-postgresql")
final class ConcurrentLastVotesTest {
    private static final int ROUNDS = Integer.getInteger("signalman.rounds", 20);

    @Test
    @Tag("once") // the transport does not matter here
    void everyRoundPromotesOnce() throws Exception {
        var policies = new Policies(
                List.of(Policy.of("staging", List.of("web"), List.of(), null).with(Approvals.of(1, RELEASE))));
        ConcurrentDecisions.Said vote = request -> "/semaphore approve " + request;
        new ConcurrentDecisions(policies, ROUNDS, vote, vote).everyRoundPromotesOnce();
    }
}
