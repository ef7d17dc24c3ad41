package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scheduled promotion beside two bots, and after a restart. */
@Tag("long")
@Tag("once")
final class PromotingLaterTogetherTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.resumed(
                TestDatabase.POSTGRES.whole(),
                new Policies(List.of()),
                Instant.parse("2027-02-10T07:00:00Z"),
                (slack, semaphore) -> {});
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void schedules(String message) {
        bot.passed("web", message);
        bot.says(ALICE, "/semaphore promote staging web at 9:00");
        bot.card("goes to *staging* ", message);
    }

    @Test
    void twoBotsPromoteEachOnce() throws Exception {
        bot.isJoined();
        for (int day = 1; day <= 3; day++) {
            schedules("Change " + day);
            bot.says(ALICE, "/semaphore promote production web at 9:00");
            bot.card("goes to *production* ", "Change " + day);
            bot.passes(Duration.ofHours(1));
            int promotions = 2 * day;
            bot.until("both went", () -> bot.semaphore().promotions("web").size() >= promotions);
            bot.untilAllIsDone();
            assertThat(bot.semaphore().promotions("web")).hasSize(promotions);
            assertThat(bot.shown(DEPLOYS, "was not promoted")).isEmpty();
            bot.passes(Duration.ofHours(23));
        }
    }

    @Test
    void whatABotThatDiedHadScheduledTheOtherOnePromotes() throws Exception {
        bot.isJoined();
        schedules("Round invoices");
        bot.kill();
        bot.passes(Duration.ofHours(1));
        bot.card("is deploying to *staging*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }

    @Test
    void aBotThatStartsAgainSoonAfterItsTimePromotesIt() throws Exception {
        schedules("Round invoices");
        bot.kill();
        bot.passes(Duration.ofMinutes(80));
        bot.isJoined();
        bot.card("is deploying to *staging*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }

    @Test
    void aBotThatWasAwayForLongDoesNotPromoteAsASurpriseButTells() throws Exception {
        schedules("Round invoices");
        bot.kill();
        bot.passes(Duration.ofMinutes(95));
        bot.isJoined();
        bot.card(
                "blocked at its scheduled time", "I couldn't check its rules within 30 minutes of its scheduled time.");
        bot.told(ALICE, "*web* was not promoted to *staging* 2027-02-10 08:00 UTC");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }
}
