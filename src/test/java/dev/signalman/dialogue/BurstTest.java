package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many builds of a project at once: five have messages of their own, and the others share one. */
final class BurstTest {
    private static final int ONE_BY_ONE = 5;
    private static final String EACH = "Failures are posted as they happen";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String pushed(String branch) {
        return bot.semaphore()
                .push("web", branch, "Change of " + branch, "alice")
                .pipelineId();
    }

    /** Pushes to this many branches, and hints at all pipelines at once. */
    private List<String> pushed(int many) {
        var pipelines = new ArrayList<String>();
        for (int n = 1; n <= many; n++) {
            pipelines.add(pushed("branch-" + n));
        }
        pipelines.forEach(bot::hints);
        return pipelines;
    }

    private void passes(String pipeline) {
        bot.semaphore().finish(pipeline);
        bot.hints(pipeline);
    }

    private void fails(String pipeline) {
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        bot.hints(pipeline);
    }

    private List<PostedMessage> cards(String channel) {
        return bot.messages(channel).stream()
                .filter(message -> message.threadTs() == null)
                .filter(message -> message.drawn().contains("*web* "))
                .toList();
    }

    private List<PostedMessage> groups(String channel) {
        return bot.messages(channel).stream()
                .filter(message -> message.drawn().contains("builds since")
                        || message.drawn().contains("builds from"))
                .toList();
    }

    @Test
    void ofThirtyBuildsFiveHaveTheirOwnMessageAndTheOthersShareOne() {
        bot.subscribes(ALICE, BUILDS, "web mode=live");
        var pipelines = pushed(30);
        var group = bot.cardIn(BUILDS, "*web*: 30 builds since", "30 running", EACH, "[Show all]");
        assertThat(cards(BUILDS)).hasSize(ONE_BY_ONE);
        assertThat(group.drawn()).contains("And 27 more running.");

        pipelines.forEach(this::passes);
        bot.becomes(group, "*web*: 30 builds since", "30 passed");
        bot.untilAllIsDone();
        assertThat(groups(BUILDS)).hasSize(1);
        assertThat(cards(BUILDS))
                .hasSize(ONE_BY_ONE)
                .allMatch(card -> card.drawn().contains("passed"));
        bot.presses(ALICE, group, "Show all");
        bot.answerIn(ALICE, BUILDS, "Change of branch-30", "Change of branch-21", "[More]");
    }

    @Test
    void theBurstEndsAndTheNextBuildHasItsOwnMessageAgain() {
        bot.subscribes(ALICE, BUILDS, "web mode=live");
        var pipelines = pushed(8);
        var group = bot.cardIn(BUILDS, "*web*: 8 builds since", "8 running");
        bot.passes(Duration.ofMinutes(2));
        bot.becomes(group, "*web*: 8 builds from", "8 running", "The next build gets its own message");
        bot.hints(pushed("later"));
        bot.cardIn(BUILDS, "*web* is running on `later`");
        pipelines.forEach(this::passes);
        bot.becomes(group, "*web*: 8 builds from", "8 passed", "The next build gets its own message");
        assertThat(cards(BUILDS)).hasSize(ONE_BY_ONE + 1);
        assertThat(groups(BUILDS)).hasSize(1);
    }

    @Test
    void aFailureInTheMidstHasItsOwnMessageWithItsButtonsAndItsReason() {
        bot.subscribes(ALICE, BUILDS, "web mode=live");
        var pipelines = pushed(12);
        var group = bot.cardIn(BUILDS, "*web*: 12 builds since", "12 running");
        var hidden = pipelines.stream()
                .filter(pipeline ->
                        cards(BUILDS).stream().noneMatch(card -> card.drawn().contains(branch(pipelines, pipeline))))
                .toList();
        fails(hidden.get(0));
        var failed =
                bot.cardIn(BUILDS, "*web* failed on " + branch(pipelines, hidden.get(0)), "[Rebuild failed]", "[Logs]");
        assertThat(failed.threadTs()).isNull();
        bot.cardIn(BUILDS, "*Build › compile*", "exit");
        bot.becomes(group, "1 failed, 11 running");
        bot.untilAllIsDone();
        assertThat(cards(BUILDS)).hasSize(ONE_BY_ONE + 1);
        assertThat(groups(BUILDS)).hasSize(1);
    }

    private static String branch(List<String> pipelines, String pipeline) {
        return "`branch-" + (pipelines.indexOf(pipeline) + 1) + "`";
    }

    @Test
    void aChannelThatAskedForFailuresOnlyIsToldOfEachAndOfNothingElse() {
        bot.subscribes(ALICE, BUILDS, "web result=failed");
        bot.subscribes(ALICE, DEPLOYS, "web");
        var pipelines = pushed(12);
        for (int n = 0; n < pipelines.size(); n++) {
            if (n % 6 == 0) {
                fails(pipelines.get(n));
            } else {
                passes(pipelines.get(n));
            }
        }
        bot.card("*web*: 12 builds since", "10 passed, 2 failed");
        bot.untilAllIsDone();
        assertThat(cards(BUILDS)).hasSize(2).allMatch(card -> card.drawn().contains("*web* failed"));
        assertThat(groups(BUILDS)).isEmpty();
    }

    @Test
    void aBuildIsOpenedFromTheMenuAndPromotedFromThere() {
        bot.subscribes(ALICE, DEPLOYS, "web mode=live");
        var pipelines = pushed(9);
        pipelines.forEach(this::passes);
        var group = bot.card("*web*: 9 builds since", "9 passed");
        var hidden = pipelines.stream()
                .filter(pipeline ->
                        cards(DEPLOYS).stream().noneMatch(card -> card.drawn().contains(branch(pipelines, pipeline))))
                .findFirst()
                .orElseThrow();
        var label = bot.slack().now(group).drawn();
        var branch = branch(pipelines, hidden).replace("`", "");
        var option = choice(group, branch);
        var opened = bot.nextTo(
                ALICE, DEPLOYS, () -> bot.slack().chooses(ALICE, bot.slack().now(group), "Open a build…", option));
        assertThat(opened.drawn()).as(label).contains("*web* passed on `" + branch + "`", "[Promote to staging]");
        bot.presses(ALICE, opened, "Promote to staging");
        var card = bot.card("*web* passed on `" + branch + "`", "*staging*");
        var deploy = bot.card("Deploy to staging", "Promoted to staging by Alice");
        assertThat(deploy.threadTs())
                .as("polling may see the deploy before the build has its message")
                .isIn(card.ts(), group.ts());
    }

    private static String choice(PostedMessage message, String branch) {
        for (var block : message.blocks()) {
            for (var element : block.path("elements")) {
                for (var option : element.path("options")) {
                    var words = option.path("text").path("text").asText();
                    if (words.startsWith(branch + " ")) {
                        return words;
                    }
                }
            }
        }
        throw new AssertionError("No " + branch + " in " + message.drawn());
    }

    @Test
    void theDeployOfABuildInTheGroupGoesIntoTheGroupsThread() {
        bot.subscribes(ALICE, DEPLOYS, "web");
        var pipelines = pushed(9);
        pipelines.forEach(this::passes);
        var group = bot.card("*web*: 9 builds since", "9 passed");
        var hidden = pipelines.stream()
                .filter(pipeline ->
                        cards(DEPLOYS).stream().noneMatch(card -> card.drawn().contains(branch(pipelines, pipeline))))
                .findFirst()
                .orElseThrow();
        passes(bot.promotedOnTheWeb("web", hidden, "staging"));
        assertThat(bot.card("Deploy to staging").threadTs()).isEqualTo(group.ts());
    }

    @Test
    void aSharedMessageThatSomebodyDeletedComesBackWithTheNextChange() {
        bot.subscribes(ALICE, BUILDS, "web mode=live");
        var pipelines = pushed(7);
        var group = bot.cardIn(BUILDS, "*web*: 7 builds since", "7 running");
        bot.untilAllIsDone();
        bot.slack().deletes(group);
        pipelines.forEach(this::passes);
        bot.until(
                "the bot noticed",
                () -> bot.slack().calls().stream()
                        .anyMatch(call ->
                                call.method().equals("chat.update") && "message_not_found".equals(call.error())));
        bot.hints(pushed("one-more"));
        bot.cardIn(BUILDS, "*web*: 8 builds since", "7 passed, 1 running");
        assertThat(groups(BUILDS)).hasSize(1);
    }

    @Test
    void anotherProjectAndAnotherChannelAreCountedApart() {
        bot.subscribes(ALICE, BUILDS, "web");
        bot.subscribes(ALICE, BUILDS, "api");
        bot.subscribes(ALICE, DEPLOYS, "web@branch-1");
        pushed(6).forEach(this::passes);
        var api = bot.semaphore().push("api", "main", "Elsewhere", "alice").pipelineId();
        passes(api);
        bot.cardIn(BUILDS, "*api* passed on `main`", "Elsewhere");
        bot.card("*web* passed on `branch-1`");
        bot.cardIn(BUILDS, "*web*: 6 builds since", "6 passed");
    }
}
