package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Bob and Carol decide a request at the same moment, repeatedly: each request goes once. */
record ConcurrentDecisions(Policies policies, int rounds, Said bobs, Said carols) {
    /** A person's decision on a request. */
    interface Said {
        String of(int request);
    }

    void everyRoundPromotesOnce() throws Exception {
        var people = Executors.newFixedThreadPool(2);
        try (var bot = Dialogue.start(policies)) {
            bot.slack().limits().kept(false); // more per minute than Slack's limits allow
            for (int round = 1; round <= rounds; round++) {
                play(bot, people, round);
            }
            bot.asks(ALICE, "/semaphore approvals"); // earlier work is done by then
            assertThat(bot.semaphore().promotions("web")).hasSize(rounds);
        } finally {
            people.shutdownNow();
        }
    }

    private void play(Dialogue bot, ExecutorService people, int round) throws Exception {
        var pipeline = bot.passed("web", "Round " + round);
        bot.says(ALICE, BUILDS, "/semaphore promote staging " + pipeline);
        bot.answerIn(ALICE, BUILDS, "#" + round + " is waiting for approval");
        var together = new CyclicBarrier(2);
        var both = List.of(
                people.submit(() -> {
                    together.await();
                    bot.says(BOB, BUILDS, bobs.of(round));
                    return round;
                }),
                people.submit(() -> {
                    together.await();
                    bot.says(CAROL, BUILDS, carols.of(round));
                    return round;
                }));
        for (var each : both) {
            each.get();
        }
        bot.until(
                "round " + round + " is promoted",
                () -> bot.semaphore().promotions("web").size() >= round);
        assertThat(bot.semaphore().promotions("web")).hasSize(round);
    }
}
