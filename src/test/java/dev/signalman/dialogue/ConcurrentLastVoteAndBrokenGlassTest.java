package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;

import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The last required vote and a broken glass at the same moment, repeatedly. */
@Tag("on-postgresql")
final class ConcurrentLastVoteAndBrokenGlassTest {
    private static final int ROUNDS = Integer.getInteger("signalman.rounds", 10);

    @Test
    @Tag("once") // the transport does not matter here
    void everyRoundPromotesOnce() throws Exception {
        var policies = new Policies(List.of(Policy.of("staging", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE))
                .broken(CAROL)));
        new ConcurrentDecisions(
                        policies,
                        ROUNDS,
                        request -> "/semaphore approve " + request,
                        request -> "/semaphore break-glass " + request + " because the shop is down")
                .everyRoundPromotesOnce();
    }
}
