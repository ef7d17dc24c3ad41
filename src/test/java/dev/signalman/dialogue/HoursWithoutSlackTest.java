package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Slack accepts no messages for hours while Semaphore builds and notifies; afterwards every result is announced once.
 */
final class HoursWithoutSlackTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.isNotifiedOf("web");
        bot.subscribes(ALICE, BUILDS, "web");
        bot.passed("web", "Before");
        bot.cardIn(BUILDS, "Before");
        bot.subscribes(BOB, DEPLOYS, "web result=failed");
        bot.untilAllIsDone();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private List<String> withoutSlack(int builds) {
        var pipelines = new ArrayList<String>();
        bot.slack().faults().outage(true);
        for (int n = 0; n < builds; n++) {
            pipelines.add(bot.passed("web", "Unsaid " + n + "."));
            if (n % 4 == 3) { // few at once, so none shares a message
                bot.untilUnshown(n + 1);
                bot.passes(Duration.ofMinutes(1));
            }
        }
        bot.until(
                "all were told of",
                () -> bot.semaphore().notifications().deliveries().size() > builds);
        bot.untilUnshown(builds);
        return pipelines;
    }

    private void slackIsBack() {
        bot.passes(Duration.ofHours(2));
        bot.slack().faults().outage(false);
        bot.passes(Duration.ofMinutes(2));
    }

    @Test
    void whatIsLittleIsShownOneByOne() {
        withoutSlack(5);
        slackIsBack();
        for (int n = 0; n < 5; n++) {
            bot.cardIn(BUILDS, "Unsaid " + n + ".");
        }
        bot.untilAllIsDone();
        assertThat(bot.shown(BUILDS, "Unsaid")).hasSize(5);
        assertThat(bot.shown(BUILDS, "While Slack was unreachable")).isEmpty();
    }

    @Test
    @Tag("on-postgresql")
    void whatIsMuchIsSummedUpBehindTheFirstCardAndNeverShownAgain() {
        var pipelines = withoutSlack(25);
        slackIsBack();
        var summary = bot.cardIn(BUILDS, "While Slack was unreachable", "24 pipelines of web", "24 passed");
        assertThat(summary.buttons()).containsExactly("All of them", "Current status");
        bot.hints(pipelines.get(24));
        bot.passed("web", "Afterwards");
        bot.cardIn(BUILDS, "Afterwards");
        bot.untilAllIsDone();
        bot.passes(Duration.ofMinutes(3));
        bot.untilAllIsDone();
        assertThat(bot.shown(BUILDS, "While Slack was unreachable")).hasSize(1);
        assertThat(bot.shown(BUILDS, "Unsaid"))
                .as("the first card, and the summary that names the rest")
                .hasSize(2);
        assertThat(bot.shown(DEPLOYS, "While Slack was unreachable")).isEmpty();
        bot.presses(ALICE, summary, "All of them");
        bot.answerIn(ALICE, BUILDS, "Unsaid 24.");
    }

    @Test
    void whatHasNotEndedGetsACardOfItsOwn() {
        bot.subscribes(ALICE, BUILDS, "web mode=live");
        bot.untilAllIsDone();
        withoutSlack(24);
        bot.passes(Duration.ofMinutes(1));
        var late = bot.semaphore().push("web", "main", "Slow one", "alice").pipelineId();
        bot.hints(late);
        bot.untilUnshown(25);
        slackIsBack();
        bot.cardIn(BUILDS, "While Slack was unreachable", "23 pipelines of web");
        bot.cardIn(BUILDS, "is running", "Slow one");
        bot.semaphore().finish(late);
        bot.cardIn(BUILDS, "passed on", "Slow one");
        bot.untilAllIsDone();
        assertThat(bot.shown(BUILDS, "Slow one")).hasSize(1);
    }

    @Test
    void whatSomebodyAskedForIsNeverSummedUp() {
        var pipeline = bot.passed("web", "Asked for");
        bot.cardIn(BUILDS, "Asked for");
        bot.says(ALICE, BUILDS, "/semaphore status " + pipeline);
        bot.answerIn(ALICE, BUILDS, "Asked for"); // so Slack has told who Alice is
        bot.untilAllIsDone();
        bot.slack().faults().outage(true);
        bot.says(ALICE, BUILDS, "/semaphore rerun " + pipeline);
        bot.untilUnshown(1);
        bot.passes(Duration.ofMinutes(1));
        withoutSlack(24);
        slackIsBack();
        bot.cardIn(BUILDS, "While Slack was unreachable", "of web");
        bot.cardIn(BUILDS, "Rerun by Alice");
    }
}
