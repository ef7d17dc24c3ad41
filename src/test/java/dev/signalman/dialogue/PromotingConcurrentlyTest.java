package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people ask for the same promotion, each before the other's is visible. */
@Tag("on-postgresql")
final class PromotingConcurrentlyTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    /** Holds each call until the other one arrives. */
    private static final class Meeting extends CountDownLatch {
        Meeting() {
            super(2);
        }

        @Override
        public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
            countDown();
            return super.await(timeout, unit);
        }
    }

    @Test
    void ofTwoWhoTypeItAtOnceOnePromotesAndTheOtherIsRefusedWithALink() {
        var pipeline = bot.passed("web", "Row boats");
        bot.semaphore().fault(SemaphoreFault.on("GET", "/promotions").times(2).waitsFor(new Meeting()));
        bot.says(ALICE, "/semaphore promote staging " + pipeline);
        bot.says(BOB, "/semaphore promote staging " + pipeline);
        var promoter = bot.card("Promoted to staging by ", "Row boats").drawn().contains("by Alice") ? ALICE : BOB;
        var refused = bot.answer(promoter.equals(ALICE) ? BOB : ALICE, "staging of web, main", "is already deploying");
        assertThat(refused.blocks().toString()).contains("?pipeline_id=");
        assertThat(bot.semaphore().promotions("web")).hasSize(1);
    }

    @Test
    void decisionMadeBeforeAnotherPromotionIsMadeAnew() {
        var pipeline = bot.passed("web", "Mend nets");
        var semaphoreCallLatch = new SemaphoreCallLatch();
        bot.semaphore().fault(SemaphoreFault.on("GET", "/promotions").answerWaitsFor(semaphoreCallLatch));
        bot.says(BOB, "/semaphore promote production " + pipeline);
        bot.until("Bob's is judged", () -> semaphoreCallLatch.arrived() == 1);
        bot.says(ALICE, "/semaphore promote production " + pipeline);
        bot.card("Promoted to production by Alice", "Mend nets");
        semaphoreCallLatch.open();
        bot.answer(BOB, "production of web, main", "is already deploying");
        assertThat(bot.semaphore().promotions("web")).hasSize(1);
    }
}
