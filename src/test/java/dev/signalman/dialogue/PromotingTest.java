package dev.signalman.dialogue;

import static dev.signalman.harness.Town.ALICE;
import static dev.signalman.harness.Town.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promotions, typed and pressed. */
final class PromotingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.says(ALICE, "/semaphore use web");
        bot.card("this channel's project");
        bot.semaphore()
                .finish(bot.semaphore()
                        .push("web", "main", "Round invoices", "alice")
                        .pipelineId());
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void aTypedPromotionPromotesOnceAndStandsOnACard() {
        bot.says(ALICE, "/semaphore promote production");
        bot.answer(ALICE, "Promoting web on main", "Round invoices", "to production");
        bot.card("Promoted to production by Alice");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void aPressedPromotionPromotesOnceHoweverOftenItIsPressed() {
        bot.says(ALICE, "/semaphore promote staging");
        var parent = bot.card("*staging*", "Promote to production");
        var press = bot.slack().presses(BOB, parent, "Promote to production");
        bot.slack().redelivers(press.delivery());
        bot.slack().redelivers(press.delivery());
        bot.card("Promoted to production by Bob");
        assertThat(bot.semaphore().promotions("web")).containsExactlyInAnyOrder("staging", "production");
    }
}
