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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four eyes on the change: whoever pushed what ships does not approve it. */
@Tag("on-postgresql")
final class VotingOnOnesOwnTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        var rule = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE).notByAuthor());
        bot = Dialogue.start(new Policies(List.of(rule)));
        bot.subscribes(ALICE, BUILDS, "web");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void passed(String login) {
        var pipeline =
                bot.semaphore().push("web", "main", "Round invoices", login).pipelineId();
        bot.semaphore().finish(pipeline);
        bot.cardIn(BUILDS, "Round invoices");
        bot.untilAllIsDone();
    }

    @Test
    void whoPushedWhatShipsDoesNotCountAndTheCardAndWhySaySo() {
        bot.isNotifiedOf("web");
        passed("bob");
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 1 approval", "but not Bob, who pushed what ships");
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                .contains("except Alice, who asked, and Bob, who pushed what ships");
        assertThat(bot.asks(BOB, "/semaphore approve 1").drawn())
                .contains("You pushed what #1 would ship, so others must vote on it: release");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
        bot.presses(CAROL, card, "Approve");
        bot.card("Promoted to production by Alice");
    }

    @Test
    void whereNobodyCanTellWhoPushedNobodysVoteCounts() {
        passed("mallory");
        assertThat(bot.asks(ALICE, "/semaphore promote production web").drawn())
                .contains("I cannot tell who in Slack is mallory", "Have Semaphore notify me", "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore approvals").drawn()).contains("Nothing waits");
    }

    @Test
    void anAddressThatNobodyHasInSlackTellsNothing() {
        bot.isNotifiedOf("web");
        passed("mallory");
        assertThat(bot.asks(ALICE, "/semaphore promote production web").drawn())
                .contains("I cannot tell who in Slack is mallory", "Nothing was changed");
    }
}
