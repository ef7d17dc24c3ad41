package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.web.Reply;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A card whose button is pressed: once, twice, by two people, or without effect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
@Tag("over-a-socket")
final class PressingTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    /** Holds all reruns until the gate opens, so no card gets its buttons back. */
    private CountDownLatch semaphoreHesitates() {
        var gate = new CountDownLatch(1);
        bot.semaphore()
                .fault(SemaphoreFault.on("POST", "/plumber-workflows/*/reschedule")
                        .waitsFor(gate));
        return gate;
    }

    /** A pipeline's card in the channel, with buttons. */
    private PostedMessage cardOf(String message) {
        var pipeline = bot.semaphore().push("web", "main", message, "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        var card = bot.card("Rebuilt by Alice", message, "[Stop]");
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().failJob(all.get(all.size() - 1), "Build", "compile", 1, "no\n");
        return bot.becomes(card, "[Rebuild failed]", "[Rerun]");
    }

    private int workflows() {
        return bot.semaphore().workflows("web").size();
    }

    @Test
    void aPressedButtonIsGoneAtOnceAndTheCardSaysWhoPressedIt() {
        var card = cardOf("Ring the bell");
        var gate = semaphoreHesitates();
        bot.presses(BOB, card, "Rerun");
        var pressed = bot.becomes(card, "bob", "pressed", "Rerun");
        assertThat(pressed.buttons()).isEmpty();
        gate.countDown();
        bot.card("Rerun by Bob", "Ring the bell");
    }

    @Test
    void whenTheActIsRefusedTheButtonsComeBackAndThePresserAloneIsToldWhy() {
        var card = cardOf("Beat the drum");
        var gate = new CountDownLatch(1);
        bot.semaphore()
                .fault(SemaphoreFault.on("POST", "/plumber-workflows/*/reschedule")
                        .answers(Reply.bare(400, "The drum is broken"))
                        .waitsFor(gate));
        int before = workflows();
        bot.presses(BOB, card, "Rerun");
        bot.becomes(card, "pressed");
        gate.countDown();
        var told = bot.answer(BOB, "Semaphore refused: The drum is broken");
        assertThat(told.ephemeralFor()).isEqualTo(BOB);
        var back = bot.becomes(card, "[Rebuild failed]", "[Rerun]", "[Logs]");
        assertThat(back.drawn()).doesNotContain("pressed");
        bot.presses(BOB, back, "Rerun");
        bot.card("Rerun by Bob", "Beat the drum");
        assertThat(workflows()).isEqualTo(before + 1);
    }

    @Test
    void ofTwoWhoPressAtOnceOneActsAndTheOtherIsTold() {
        var card = cardOf("Blow the horn");
        int before = workflows();
        var gate = semaphoreHesitates();
        bot.slack().presses(BOB, card, "Rerun");
        var told = bot.nextTo(CAROL, DEPLOYS, () -> bot.slack().pressesLate(CAROL, card, "Rerun"));
        assertThat(told.text()).startsWith("Someone already pressed that. Nothing was changed.");
        gate.countDown();
        bot.card("Rerun by Bob", "Blow the horn");
        assertThat(workflows()).isEqualTo(before + 1);
    }

    @Test
    void aDoublePressAndARedeliveryActOnce() {
        var card = cardOf("Pluck the harp");
        int before = workflows();
        var gate = semaphoreHesitates();
        var press = bot.slack().presses(BOB, card, "Rerun");
        bot.slack().pressesLate(BOB, card, "Rerun"); // the button may already be gone
        bot.slack().redelivers(press.delivery());
        gate.countDown();
        bot.card("Rerun by Bob", "Pluck the harp");
        bot.becomes(card, "[Rerun]");
        assertThat(workflows()).isEqualTo(before + 1);
    }

    @Test
    void whoPressesOnASlowScreenAfterItWasDoneActsNoMore() {
        var card = cardOf("Tune the viola");
        int before = workflows();
        bot.presses(BOB, card, "Rerun");
        bot.card("Rerun by Bob", "Tune the viola");
        var now = bot.becomes(card, "[Rebuild failed]", "[Rerun]");
        bot.untilAllIsDone();
        var told = bot.nextTo(CAROL, DEPLOYS, () -> bot.slack().pressesLate(CAROL, card, "Rerun"));
        assertThat(told.text()).isEqualTo("Someone already pressed that. Nothing was changed.");
        assertThat(workflows()).isEqualTo(before + 1);
        bot.presses(CAROL, now, "Rerun");
        bot.card("Rerun by Carol", "Tune the viola");
        assertThat(workflows()).isEqualTo(before + 2);
    }

    @Test
    void anOldButtonReadsTheStateAnewAndIsRefusedWithTheNewFacts() {
        var pipeline =
                bot.semaphore().push("web", "main", "Fix the lute", "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        var card = bot.card("Rebuilt by Alice", "Fix the lute", "[Stop]");
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().stopOnTheWeb(all.get(all.size() - 1), "carol");
        bot.slack().presses(BOB, card, "Stop").confirm();
        bot.answer(BOB, "is already done");
        var now = bot.becomes(card, "[Rerun]");
        assertThat(now.buttons()).containsExactly("Rerun");
    }

    @Test
    void aPressOnASnapshotThatOnePersonSeesReplacesItInPlace() {
        var pipeline =
                bot.semaphore().push("web", "main", "Oil the hinge", "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "the hinge squeaks\n");
        bot.says(ALICE, "/semaphore status " + pipeline);
        var snapshot = bot.answer(ALICE, "Oil the hinge", "[Logs]");
        bot.presses(ALICE, snapshot, "Logs");
        bot.becomes(snapshot, "the hinge squeaks");
    }

    @Test
    void anActPressedOnASnapshotIsSaidInTheChannelAndTheSnapshotSaysWhoPressed() {
        var pipeline = bot.passed("web", "Wind the clock");
        bot.says(ALICE, "/semaphore status " + pipeline);
        var snapshot = bot.answer(ALICE, "Wind the clock", "[Promote to staging]");
        bot.presses(ALICE, snapshot, "Promote to staging");
        bot.card("Promoted to staging by Alice", "Wind the clock");
        assertThat(bot.becomes(snapshot, "pressed").buttons()).isEmpty();
    }
}
