package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** "Act on this pipeline", in the menu of a message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("over-a-socket")
final class ShortcutTest {
    private static final String ACT = "act_on_pipeline";

    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private PostedMessage written(String channel, String text) {
        bot.slack().writes(ALICE, channel, text);
        var all = bot.slack().messages(channel);
        return all.get(all.size() - 1);
    }

    /** A pipeline of web that passed; its address. */
    private String passed(String title) {
        var pushed = bot.semaphore().push("web", "main", title, "alice");
        bot.semaphore().finish(pushed.pipelineId());
        return bot.semaphore().url() + "/workflows/" + pushed.workflowId() + "?pipeline_id=" + pushed.pipelineId();
    }

    @Test
    void theLinkedPipelinesStatusIsShownWithButtonsThatWork() {
        var address = passed("Trim the hedge");
        var message = written(DEPLOYS, "Look at " + address + ", please. See https://example.com too");
        assertThat(bot.slack().shortcut(BOB, message, ACT).status()).isEqualTo(200);
        var snapshot = bot.answer(BOB, "Trim the hedge", "[Promote to staging]");
        assertThat(snapshot.ephemeralFor()).isEqualTo(BOB);
        bot.presses(BOB, snapshot, "Promote to staging");
        bot.card("Promoted to staging by Bob", "Trim the hedge");
    }

    @Test
    void whereTheBotIsNotItAnswersAllTheSame() {
        var address = passed("Prune the vine");
        bot.slack().shortcut(BOB, written(SECRET, "This one: " + address), ACT);
        bot.answerIn(BOB, SECRET, "Prune the vine");
    }

    @Test
    void aMessageWithoutAPageOfTheOrganizationIsToldSo() {
        var message = written(DEPLOYS, "See https://evil.example.com/workflows/3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28");
        bot.slack().shortcut(BOB, message, ACT);
        bot.answer(BOB, "I found no link to your Semaphore organization in that message.");
    }
}
