package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Failed blocks that are repeated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
final class RebuildingTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private String failed(String message) {
        var pipeline = bot.semaphore().push("web", "main", message, "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        return pipeline;
    }

    private int pipelines() {
        return bot.semaphore().pipelines("web").size();
    }

    @Test
    void aRebuildOfTheProjectTakesItsNewestFailedPipeline() {
        failed("Torn sail");
        int before = pipelines();
        bot.says(ALICE, "/semaphore rebuild web");
        bot.card("Rebuilt by Alice", "Torn sail", "[Stop]");
        assertThat(pipelines()).isEqualTo(before + 1);
    }

    @Test
    void aPressedRebuildHappensOnceAndStandsInTheThreadOfTheFailedOne() {
        var pipeline = failed("Bent mast");
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        var rebuilt = bot.card("Rebuilt by Alice", "Bent mast");
        bot.semaphore().failJob(newest(), "Build", "compile", 1, "no\n");
        bot.becomes(rebuilt, "[Rebuild failed]", "[Rerun]", "[Logs]");
        int before = pipelines();
        bot.presses(BOB, rebuilt, "Rebuild failed");
        var again = bot.card("Rebuilt by Bob", "Bent mast");
        bot.becomes(rebuilt, "[Rebuild failed]");
        assertThat(again.threadTs()).isEqualTo(rebuilt.ts());
        assertThat(pipelines()).isEqualTo(before + 1);
    }

    private String newest() {
        var all = bot.semaphore().pipelines("web");
        return all.get(all.size() - 1);
    }

    @Test
    void aPassedOneIsRefusedAndARerunIsOffered() {
        var pipeline = bot.passed("web", "Whole ship");
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        var refused = bot.answer(ALICE, "passed, so there is nothing to rebuild");
        assertThat(refused.buttons()).containsExactly("Rerun");
        bot.presses(ALICE, refused, "Rerun");
        bot.card("Rerun by Alice", "Whole ship");
    }

    @Test
    void aRunningOneIsRefused() {
        var pipeline = bot.semaphore().push("web", "main", "At sea", "alice").pipelineId();
        int before = pipelines();
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        bot.answer(ALICE, "isn't done yet.");
        assertThat(pipelines()).isEqualTo(before);
    }

    @Test
    void aGuestIsRefusedThoughTheButtonIsThere() {
        var pipeline = failed("Guest aboard");
        bot.says(GUS, "/semaphore status " + pipeline);
        var snapshot = bot.answer(GUS, "Guest aboard", "[Rebuild failed]");
        int before = pipelines();
        bot.presses(GUS, snapshot, "Rebuild failed");
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        assertThat(pipelines()).isEqualTo(before);
    }
}
