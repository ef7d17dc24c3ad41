package dev.signalman.dialogue;

import static dev.signalman.harness.Town.ALICE;
import static dev.signalman.harness.Town.BOB;
import static dev.signalman.harness.Town.BUILDS;
import static dev.signalman.harness.Town.CAROL;
import static dev.signalman.harness.Town.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people give the last vote that is needed at the same moment, again and again. */
final class LastVotesAtOnceTest {
    private static final int ROUNDS = Integer.getInteger("signalman.rounds", 500);

    @Test
    @Tag("once") // what is tried lies behind the door
    void everyRoundPromotesOnce() throws Exception {
        var policies = new Policies(
                List.of(Policy.of("staging", List.of("web"), List.of(), null).with(Approvals.of(1, RELEASE))));
        var voters = Executors.newFixedThreadPool(2);
        try (var bot = Dialogue.start(policies)) {
            bot.slack().limitsRates(false); // more come in a minute than Slack answers about
            for (int round = 1; round <= ROUNDS; round++) {
                var pipeline = bot.passed("web", "Round " + round);
                bot.says(ALICE, BUILDS, "/semaphore promote staging " + pipeline);
                bot.answerIn(ALICE, BUILDS, "#" + round + " waits for approval");
                var together = new CyclicBarrier(2);
                var line = "/semaphore approve " + round;
                var votes = List.of(BOB, CAROL).stream()
                        .map(voter -> voters.submit(() -> {
                            together.await();
                            bot.says(voter, BUILDS, line);
                            return voter;
                        }))
                        .toList();
                for (var vote : votes) {
                    vote.get();
                }
                int promoted = round;
                bot.until(
                        "round " + round + " is promoted",
                        () -> bot.semaphore().promotions("web").size() >= promoted);
                assertThat(bot.semaphore().promotions("web")).hasSize(promoted);
            }
            bot.asks(ALICE, "/semaphore approvals"); // what came before has been worked on by then
            assertThat(bot.semaphore().promotions("web")).hasSize(ROUNDS);
        } finally {
            voters.shutdownNow();
        }
    }
}
