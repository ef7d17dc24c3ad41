package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.SlackFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update whose answer was lost reaches Slack after newer ones: the newest wins in the end. */
final class LastWordTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void anUpdateThatArrivesLateDoesNotStayOnANewerOne() {
        var first = bot.semaphore().push("web", "main", "Late letter", "alice").pipelineId();
        bot.semaphore().failJob(first, "Build", "compile", 1, "no\n");
        bot.says(ALICE, "/semaphore rebuild " + first);
        var card = bot.card("Rebuilt by Alice", "Late letter");
        var pipelines = bot.semaphore().pipelines("web");
        var rebuilt = pipelines.get(pipelines.size() - 1);
        bot.slack().faults().next("chat.update", "running", new SlackFault.LandsLater());
        bot.semaphore().begin(rebuilt);
        bot.until("the update was cut off", () -> bot.slack().faults().held() == 1);
        bot.semaphore().failJob(rebuilt, "Build", "compile", 1, "no\n");
        bot.becomes(card, "failed", "[Rebuild failed]");

        assertThat(bot.slack().faults().land()).isOne();
        assertThat(bot.slack().now(card).drawn()).doesNotContain("[Rebuild failed]");
        bot.passes(Duration.ofSeconds(31));
        bot.becomes(card, "failed", "[Rebuild failed]");
    }
}
