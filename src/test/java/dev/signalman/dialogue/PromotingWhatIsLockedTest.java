package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lock blocks every matching promotion until it ends. */
final class PromotingWhatIsLockedTest {
    private Dialogue bot;
    private String pipeline;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        pipeline = bot.passed("web", "Row boats");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void nobodyPromotesWhatIsLockedHoweverItIsWritten() {
        bot.says(ALICE, "/semaphore lock production web for 2h because of rain");
        bot.card("Alice locked");
        bot.says(BOB, "/semaphore promote production web");
        bot.answer(
                BOB,
                "Locked by Alice since ",
                ", until ",
                ": of rain. web can't be promoted to production until it is unlocked.",
                "[Unlock production]");
        assertThat(bot.asks(BOB, "/semaphore promote \" PRODUCTION\" " + pipeline)
                        .drawn())
                .contains("Locked by Alice", "until it is unlocked");
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(ALICE, "Locked by Alice", "until it is unlocked");
        assertThat(bot.semaphore().promotions("web")).isEmpty();

        bot.says(BOB, "/semaphore promote staging web");
        bot.card("Promoted to staging by Bob");
    }

    @Test
    @Tag("on-postgresql")
    void fromTheRefusalItIsUnlockedAndThenItGoes() {
        bot.says(ALICE, "/semaphore lock production web");
        bot.card("Alice locked");
        bot.says(BOB, "/semaphore promote production web");
        bot.presses(BOB, bot.answer(BOB, "Locked by Alice"), "Unlock production");
        var question = bot.answer(BOB, "is locked by Alice", "[Unlock anyway]");
        assertThat(bot.asks(BOB, "/semaphore locks").text()).contains("by Alice");
        bot.presses(BOB, question, "Unlock anyway");
        bot.card("Bob unlocked *production* of *web*, which Alice had locked.");
        bot.says(BOB, "/semaphore promote production web");
        bot.card("Promoted to production by Bob");
    }

    @Test
    void whyTellsOfItAndChangesNothing() {
        assertThat(bot.asks(BOB, "/semaphore why production web").drawn()).contains("Not locked", "Not frozen");
        bot.says(ALICE, "/semaphore lock production web because of rain");
        bot.card("Alice locked");
        assertThat(bot.asks(BOB, "/semaphore why production web").drawn())
                .contains("would be refused now.", "❌ Locked by Alice since ", ": of rain.");
    }

    @Test
    void whenItsTimeIsOverItIsInNobodysWay() {
        bot.says(ALICE, "/semaphore lock production web for 1h");
        bot.card("Alice locked");
        bot.passes(Duration.ofMinutes(61));
        bot.says(BOB, "/semaphore promote production web");
        bot.card("Promoted to production by Bob");
    }

    @Test
    @Tag("on-postgresql")
    void aLockThatComesWhileAPromotionIsDecidedHolds() {
        var semaphoreCallLatch = new SemaphoreCallLatch();
        bot.semaphore().fault(SemaphoreFault.on("GET", "/promotions").answerWaitsFor(semaphoreCallLatch));
        bot.says(BOB, "/semaphore promote production web");
        bot.until("Bob's is decided on what was read", () -> semaphoreCallLatch.arrived() == 1);
        bot.says(ALICE, "/semaphore lock production web because of rain");
        bot.card("Alice locked");
        semaphoreCallLatch.open();
        bot.answer(BOB, "Locked by Alice", ": of rain");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }
}
