package dev.signalman.dialogue;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.JobPlan;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards with foreign text; the simulated Slack refuses what the real one would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PressingForeignTextTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        var plan = pipeline(MAIN, "Many");
        for (int block = 0; block < 300; block++) {
            plan = plan.block(
                    "Block " + block,
                    IntStream.range(0, 20)
                            .mapToObj(each ->
                                    job("job " + each).waits(Duration.ZERO).fails(1, "no\n"))
                            .map(each -> each.takes(Duration.ofMillis(10)))
                            .toArray(JobPlan[]::new));
        }
        bot.semaphore().addProject("huge").plan(plan);
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> wake up",
                "<@U0ALICE> and <!subteam^S0PLATFORM>, @here",
                "see https://evil.example/x and <https://evil.example|bank>",
                "`code` ```block``` *bold* _it_ ~no~ > quote",
                "\u202Edrawkcab \u2066inside\u2069 \u200F",
                "&lt;!everyone&gt; &amp;amp;"
            })
    void aCommitMessageIsShownLiterallyAndMentionsNobody(String message) {
        var number = "no. " + bot.semaphore().workflows("web").size();
        bot.passed("web", message + " " + number);
        bot.says(ALICE, "/semaphore rerun web");
        isHarmless(bot.card("Rerun by Alice", number));
    }

    @Test
    void tenKilobytesOfCommitMessageAreCut() {
        bot.passed("web", "Long story " + "so ".repeat(3_500) + "\n" + "more\n".repeat(200));
        bot.says(ALICE, "/semaphore rerun web");
        var card = bot.card("Rerun by Alice", "Long story so so");
        isHarmless(card);
        assertThat(card.drawn()).hasSizeLessThan(4_000);
    }

    @Test
    void aBranchNameWithMarkupIsShownLiterally() {
        bot.semaphore().push("web", "a/<!here>`*b*", "Branch out", "alice");
        bot.says(ALICE, "/semaphore rerun web@a/<!here>`*b*");
        isHarmless(bot.card("Rerun by Alice", "Branch out", "!here"));
    }

    @Test
    void threeHundredBlocksOfTwentyJobsFitOnOneCard() {
        var started = bot.semaphore().push("huge", "main", "Everything at once", "alice");
        bot.says(ALICE, "/semaphore rerun workflow " + started.workflowId());
        var card = bot.card("Rerun by Alice", "Everything at once");
        isHarmless(bot.becomes(card, "[Rebuild failed]"));
    }

    private void isHarmless(PostedMessage card) {
        assertThat(card.text()).doesNotContain("<!", "<@", "<http");
        assertThat(card.blocks().findValuesAsText("type"))
                .doesNotContain("broadcast", "user", "usergroup", "mrkdwn", "channel");
        assertThat(card.blocks().findValuesAsText("url")).noneMatch(url -> url.contains("evil"));
        assertThat(bot.slack().calls()).noneMatch(call -> "invalid_blocks".equals(call.error()));
    }
}
