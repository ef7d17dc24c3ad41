package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PasskeyVisit;
import dev.signalman.harness.SlackTransport;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two bots spend one challenge once: a page that one of them opened may be submitted to the other. */
@Tag("long")
@Tag("once")
final class PasskeyTogetherTest {
    @Test
    void aChallengeIsSpentOnceByTwoBots() throws Exception {
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(2, RELEASE).in(DEPLOYS))
                .steppingUp(StepUp.VOTES);
        try (var bot = Dialogue.over(
                SlackTransport.HTTP,
                TestDatabase.POSTGRES.whole(),
                usual -> ConfigurationChanger.from(usual)
                        .promotions(new Policies(List.of(production)))
                        .keyed()
                        .publicUrl(PasskeyVisit.PUBLIC)
                        .configuration())) {
            int other = bot.isJoined();
            var passkey = PasskeyVisit.setUp(bot, BOB, "bob");
            bot.passes(Duration.ofHours(24));
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            var card = bot.card("requests approval to promote", "Round invoices");
            bot.presses(BOB, card, "Approve");
            var here = PasskeyVisit.from(bot, bot.form(BOB));
            var there = here.at(other);
            var answer = passkey.used(here.opens().path("options"));

            var pool = Executors.newFixedThreadPool(4);
            try {
                var all = new ArrayList<Callable<Integer>>();
                for (int tries = 0; tries < 4; tries++) {
                    var visit = tries % 2 == 0 ? here : there;
                    all.add(() -> visit.submits(answer).statusCode());
                }
                var statuses = new ArrayList<Integer>();
                for (var each : pool.invokeAll(all)) {
                    statuses.add(each.get());
                }
                assertThat(statuses).containsExactlyInAnyOrder(200, 403, 403, 403);
            } finally {
                pool.shutdownNow();
            }
            bot.becomes(card, "1 of 2 approvals", "Bob");
            bot.untilAllIsDone();
            assertThat(bot.asks(ALICE, "/semaphore audit 20").drawn().split("Approved #1", -1))
                    .hasSize(2);
        }
    }
}
