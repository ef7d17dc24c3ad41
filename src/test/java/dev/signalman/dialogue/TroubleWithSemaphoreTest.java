package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Acts with a lost answer, or that fail: done once, or reported as unknown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TroubleWithSemaphoreTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void heal() {
        bot.semaphore().heal();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private int promotions() {
        return bot.semaphore().promotions("web").size();
    }

    private int workflows() {
        return bot.semaphore().workflows("web").size();
    }

    private long looks() {
        return bot.semaphore().calls().stream()
                .filter(call -> call.method().equals("GET") && call.path().equals("/plumber-workflows"))
                .count();
    }

    private int pipelines() {
        return bot.semaphore().pipelines("web").size();
    }

    private String failed(String message) {
        var pipeline = bot.semaphore().push("web", "main", message, "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        return pipeline;
    }

    @Test
    void thatNoProjectIsShownIsNotBelievedForLong() throws Exception {
        try (var fresh = Dialogue.start()) {
            fresh.passed("web", "Round invoices");
            fresh.semaphore().settings().rightsAreUnknown(true);
            fresh.passes(Duration.ofMinutes(1));
            assertThat(fresh.asks(ALICE, "/semaphore status web").drawn())
                    .contains("Semaphore shows me no projects, so I can't find", "Try again in a minute");
            fresh.semaphore().settings().rightsAreUnknown(false);
            fresh.passes(Duration.ofSeconds(3));
            assertThat(fresh.asks(ALICE, "/semaphore projects").drawn()).contains("web");
        }
    }

    @Test
    void aProjectThatTheListLacksIsFoundByItsName() throws Exception {
        try (var fresh = Dialogue.start()) {
            fresh.passed("web", "Round invoices");
            fresh.semaphore()
                    .fault(SemaphoreFault.on("GET", "/projects")
                            .answers(Reply.bare(200, "[]"))
                            .always());
            fresh.passes(Duration.ofMinutes(1));
            assertThat(fresh.asks(ALICE, "/semaphore status web").drawn()).contains("*web*", "Round invoices");
            assertThat(fresh.asks(ALICE, "/semaphore status wep").drawn()).contains("I can't find project", "[web]");
        }
    }

    @Test
    void aPromotionWhoseAnswerIsLostHappensOnce() {
        bot.passed("web", "Lost post");
        int before = promotions();
        bot.semaphore().forgetCalls();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").actsThenTimesOut());
        bot.says(ALICE, "/semaphore promote staging web");
        bot.card("Promoted to staging by Alice", "Lost post");
        assertThat(bot.changesAsked()).as("it was looked for first").containsExactly("POST /promotions");
        assertThat(promotions()).isEqualTo(before + 1);
    }

    @Test
    void aPromotionThatBrokeWithoutActingIsLookedForAndAskedForAgain() {
        bot.passed("web", "Broken string");
        int before = promotions();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").internalError());
        bot.says(ALICE, "/semaphore promote staging web");
        bot.card("Promoted to staging by Alice", "Broken string");
        assertThat(promotions()).isEqualTo(before + 1);
    }

    @Test
    void aPromotionThatIsNeverAnsweredIsSaidToBeUnknown() {
        bot.passed("web", "Silent night");
        int before = promotions();
        bot.semaphore()
                .fault(SemaphoreFault.on("POST", "/promotions").timesOut().always());
        bot.says(ALICE, "/semaphore promote staging web");
        bot.answer(
                ALICE,
                "Semaphore didn't confirm the promotion to staging",
                "It may have worked, so I didn't try again. Check in Semaphore before you repeat it.");
        assertThat(promotions()).isEqualTo(before);
    }

    @Test
    void aRerunWhoseAnswerIsLostHappensOnce() {
        bot.passed("web", "Twice told");
        int before = workflows();
        bot.semaphore()
                .fault(SemaphoreFault.on("POST", "/plumber-workflows/*/reschedule")
                        .actsThenTimesOut());
        bot.says(ALICE, "/semaphore rerun web");
        bot.card("Rerun by Alice", "Twice told");
        assertThat(workflows()).isEqualTo(before + 1);
    }

    @Test
    void aRebuildWhoseAnswerIsCutOffHappensOnce() {
        var pipeline = failed("Half a word");
        int before = pipelines();
        bot.semaphore()
                .fault(SemaphoreFault.on("POST", "/pipelines/*/partial_rebuild").actsThenCuts());
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        bot.card("Rebuilt by Alice", "Half a word");
        assertThat(pipelines()).isEqualTo(before + 1);
    }

    @Test
    void aRunWhoseAnswerIsLostIsFoundAgain() {
        bot.semaphore().push("web", "lonely", "Lonely run", "alice");
        int before = workflows();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/plumber-workflows").actsThenTimesOut());
        bot.says(ALICE, "/semaphore run web@lonely");
        bot.card("Run by Alice", "`lonely`");
        assertThat(workflows()).isEqualTo(before + 1);
    }

    @Test
    void aRunWhoseAnswerIsLostIsFoundAgainWhenOurClockIsAFewSecondsFast() {
        bot.semaphore().push("web", "ahead", "Run ahead", "alice");
        int before = workflows();
        bot.setsItsClock(Duration.ofSeconds(4));
        try {
            bot.semaphore()
                    .fault(SemaphoreFault.on("POST", "/plumber-workflows").actsThenTimesOut());
            bot.says(ALICE, "/semaphore run web@ahead");
            bot.card("Run by Alice", "`ahead`");
            assertThat(workflows()).isEqualTo(before + 1);
        } finally {
            bot.setsItsClock(Duration.ofSeconds(-4));
        }
    }

    @Test
    void aRunJustBeforeItIsNotTakenForTheOneThatWasLost() {
        bot.semaphore().push("web", "pair", "A pair", "alice");
        bot.says(ALICE, "/semaphore run web@pair");
        bot.card("Run by Alice", "`pair`");
        int before = workflows();
        bot.semaphore().forgetCalls();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/plumber-workflows").timesOut());
        bot.says(BOB, "/semaphore run web@pair");
        bot.until("it was not found at the first look", () -> looks() >= 2);
        assertThat(bot.shown(DEPLOYS, "Run by Bob")).isEmpty();
        assertThat(workflows()).isEqualTo(before);
    }

    @Test
    void ofTwoRunsWhoseAnswersAreLostNobodyCanTellAndNeitherIsRepeated() {
        bot.semaphore().push("web", "crowd", "Crowded", "alice");
        int before = workflows();
        bot.semaphore()
                .fault(SemaphoreFault.on("POST", "/plumber-workflows")
                        .actsThenTimesOut()
                        .slowBy(Duration.ofSeconds(2))
                        .times(2));
        bot.says(ALICE, "/semaphore run web@crowd");
        bot.says(BOB, "/semaphore run web@crowd");
        bot.answer(
                ALICE,
                "2 workflows have started there since",
                "It may have worked, so I didn't try again. Check in Semaphore before you repeat it.");
        bot.answer(BOB, "2 workflows have started there since");
        assertThat(workflows()).isEqualTo(before + 2);
    }
}
