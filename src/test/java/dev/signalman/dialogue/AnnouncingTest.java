package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What subscriptions show, and what they do not. */
@Execution(ExecutionMode.CONCURRENT)
final class AnnouncingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void subscribe(String channel, String line) {
        int before = bot.messages(channel).size();
        bot.says(ALICE, channel, "/semaphore subscribe " + line);
        bot.until("it is subscribed", () -> bot.messages(channel).size() > before);
    }

    private String pushed(String branch, String message) {
        return bot.semaphore().push("web", branch, message, "alice").pipelineId();
    }

    private String passed(String branch, String message) {
        var pipeline = pushed(branch, message);
        bot.semaphore().finish(pipeline);
        bot.hints(pipeline);
        return pipeline;
    }

    private String failed(String branch, String message) {
        var pipeline = pushed(branch, message);
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        bot.hints(pipeline);
        return pipeline;
    }

    private void stopped(String message) {
        var pipeline = pushed("main", message);
        bot.until("it runs", () -> bot.semaphore().state(pipeline).equals("running"));
        bot.semaphore().stopOnTheWeb(pipeline, "carol");
        bot.until("it is stopped", () -> bot.semaphore().state(pipeline).equals("stopped"));
        bot.hints(pipeline);
    }

    private List<String> shown(String channel) {
        bot.untilAllIsDone();
        return bot.messages(channel).stream().map(PostedMessage::drawn).toList();
    }

    private static boolean any(List<String> shown, String words) {
        return shown.stream().anyMatch(each -> each.contains(words));
    }

    @Test
    void aPipelineThatIsDoneIsShownOnceHoweverOftenItIsHintedAtAndSubscribedTo() {
        subscribe(BUILDS, "web");
        subscribe(BUILDS, "web@main mode=live");
        subscribe(BUILDS, "web result=passed");
        var pipeline = passed("main", "Green light");
        bot.hints(pipeline);
        var card = bot.cardIn(BUILDS, "*web* passed on `main`", "Green light", "[Promote to staging]");
        assertThat(card.threadTs()).isNull();
        bot.hints(pipeline);
        passed("main", "Next light");
        bot.cardIn(BUILDS, "Next light");
        assertThat(bot.messages(BUILDS).stream().filter(each -> each.drawn().contains("Green light")))
                .hasSize(1);
        assertThat(bot.messages(DEPLOYS)).isEmpty();
    }

    @Test
    void byDefaultNothingIsShownBeforeTheEndAndLiveShowsItFromItsStart() {
        subscribe(BUILDS, "web");
        subscribe(DEPLOYS, "web mode=live");
        var pipeline = pushed("main", "Slow freight");
        bot.hints(pipeline);
        var live = bot.card("*web* is running on `main`", "Slow freight", "[Stop]");
        assertThat(bot.messages(BUILDS)).noneMatch(each -> each.drawn().contains("Slow freight"));
        bot.semaphore().failJob(pipeline, "Test", "rspec 1 of 2", 1, "no\n");
        bot.becomes(live, "*web* failed on `main`", "[Rebuild failed]");
        bot.hints(pipeline);
        bot.cardIn(BUILDS, "*web* failed on `main`", "Slow freight");
    }

    @Test
    void branchesAreFilteredByNameGlobAndExpression() {
        subscribe(BUILDS, "web@develop");
        subscribe(BUILDS, "web@feature/*");
        subscribe(BUILDS, "web@/^release-\\d+$/");
        passed("main", "Not main");
        passed("develop", "Yes develop");
        passed("feature/a/b", "Yes feature");
        passed("release-12", "Yes release");
        passed("release-12a", "Not a release");
        List.of("Yes develop", "Yes feature", "Yes release").forEach(each -> bot.cardIn(BUILDS, each));
        var shown = shown(BUILDS);
        assertThat(any(shown, "Not main")).isFalse();
        assertThat(any(shown, "Not a release")).isFalse();
    }

    @Test
    void resultsAreFilteredAndStoppedIsNotFailed() {
        subscribe(BUILDS, "web result=failed");
        subscribe(DEPLOYS, "web result=stopped,passed");
        passed("main", "Good ship");
        failed("main", "Bad ship");
        stopped("Halted ship");
        bot.cardIn(BUILDS, "Bad ship");
        bot.card("Good ship");
        bot.card("Halted ship", "was stopped");
        assertThat(any(shown(DEPLOYS), "Bad ship")).isFalse();
        var builds = shown(BUILDS);
        assertThat(any(builds, "Good ship")).isFalse();
        assertThat(any(builds, "Halted ship")).isFalse();
    }

    @Test
    void brokenAndFixedAreTurnsOfTheSameBranchAndFile() {
        subscribe(BUILDS, "web result=broken,fixed");
        failed("main", "First ever failure");
        passed("main", "Mended sail");
        bot.cardIn(BUILDS, "Mended sail");
        failed("other", "Fails elsewhere");
        failed("main", "Torn sail");
        bot.cardIn(BUILDS, "Torn sail");
        failed("main", "Still torn");
        stopped("Interrupted");
        passed("main", "Sewn sail");
        bot.cardIn(BUILDS, "Sewn sail");
        passed("main", "Still sewn");
        var shown = shown(BUILDS);
        for (var absent : List.of("First ever", "Fails elsewhere", "Still torn", "Interrupted", "Still sewn")) {
            assertThat(any(shown, absent)).as(absent).isFalse();
        }
    }

    @Test
    void aPipelineFileIsFilteredWithOrWithoutItsFolder() {
        subscribe(BUILDS, "web pipeline=staging.yml");
        var first = passed("main", "Cargo");
        var staging = bot.promotedOnTheWeb("web", first, "staging");
        bot.semaphore().finish(staging);
        bot.hints(staging);
        bot.cardIn(BUILDS, "Cargo", "Deploy to staging");
        assertThat(bot.messages(BUILDS).stream().filter(each -> each.drawn().contains("Cargo")))
                .hasSize(1);
    }

    @Test
    void laterPipelinesOfAWorkflowStandInTheThreadOfItsFirstMessageUnlessThreadsAreOff() {
        subscribe(BUILDS, "web");
        subscribe(DEPLOYS, "web threads=off");
        var first = passed("main", "Two holds");
        var card = bot.cardIn(BUILDS, "Two holds", "[Promote to staging]");
        bot.card("Two holds", "[Promote to staging]");
        var staging = bot.promotedOnTheWeb("web", first, "staging");
        bot.semaphore().finish(staging);
        bot.hints(staging);
        assertThat(bot.cardIn(BUILDS, "Two holds", "Deploy to staging").threadTs())
                .isEqualTo(card.ts());
        assertThat(bot.card("Two holds", "Deploy to staging").threadTs()).isNull();
        bot.becomes(card, "*staging*: deployed");
    }

    @Test
    void theFirstMessageOfAWorkflowNeedNotBeOfItsFirstPipeline() {
        subscribe(BUILDS, "web pipeline=staging.yml");
        subscribe(BUILDS, "web pipeline=production.yml");
        var first = passed("main", "Late cargo");
        var staging = bot.promotedOnTheWeb("web", first, "staging");
        bot.semaphore().finish(staging);
        bot.hints(staging);
        var card = bot.cardIn(BUILDS, "Late cargo", "Deploy to staging");
        var production = bot.promotedOnTheWeb("web", first, "production");
        bot.semaphore().finish(production);
        bot.hints(production);
        assertThat(bot.cardIn(BUILDS, "Late cargo", "Deploy to production").threadTs())
                .isEqualTo(card.ts());
    }
}
