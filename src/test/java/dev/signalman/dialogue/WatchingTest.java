package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Cards follow what happens elsewhere, without any notification. */
@Execution(ExecutionMode.CONCURRENT)
final class WatchingTest {
    /** The longest time between two looks at a project. */
    private static final Duration A_TURN = Duration.ofSeconds(6);

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    /** Alice has a queued pipeline in #deploys. */
    private String rerun(String message) {
        var first = bot.passed("web", message);
        bot.says(ALICE, "/semaphore rerun " + first);
        bot.card(message, "Rerun by Alice");
        return newest();
    }

    private String newest() {
        var all = bot.semaphore().pipelines("web");
        return all.get(all.size() - 1);
    }

    private List<PostedMessage> shown(String channel, String words) {
        return bot.messages(channel).stream()
                .filter(message -> message.drawn().contains(words))
                .toList();
    }

    private long looksAt(String pipeline) {
        return bot.semaphore().calls().stream()
                .filter(call -> call.path().endsWith("/pipelines/" + pipeline))
                .count();
    }

    private long lists() {
        return bot.semaphore().calls().stream()
                .filter(call -> call.query().contains("created_after"))
                .count();
    }

    @Test
    void aCardMovesWithItsPipelineAndSaysWhenThatIsStoppedOnTheWeb() {
        var pipeline = rerun("Grey heron");
        var card = bot.card("Grey heron", "[Stop]");
        bot.semaphore().begin(pipeline);
        bot.becomes(card, "is running");
        bot.becomes(card, "✅ Build", "Test");
        bot.semaphore().stopOnTheWeb(pipeline, "carol");
        bot.becomes(card, "was stopped", "[Rerun]");
    }

    @Test
    void aPromotionOnTheWebShowsAsALineAndItsPipelineInTheThread() {
        var pipeline = rerun("White stork");
        var card = bot.card("White stork");
        bot.semaphore().finish(pipeline);
        bot.becomes(card, "[Promote to staging]");
        var staging = bot.promotedOnTheWeb("web", pipeline, "staging");
        bot.becomes(card, "*staging*: deploying");
        var deploy = bot.card("White stork", "Deploy to staging");
        assertThat(deploy.threadTs()).isEqualTo(card.ts());
        bot.semaphore().finish(staging);
        bot.becomes(deploy, "passed");
        bot.becomes(card, "*staging*: deployed");
        assertThat(shown(DEPLOYS, "White stork")).hasSize(2);
    }

    @Test
    void aRerunAndARebuildElsewhereShowAsLines() {
        var pipeline = rerun("Tufted duck");
        var card = bot.card("Tufted duck");
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        bot.becomes(card, "[Rebuild failed]");
        bot.semaphore().rerunOnTheWeb(pipeline, "bob");
        bot.becomes(card, "Rerun  ·");
        bot.semaphore().rebuildOnTheWeb(pipeline, "bob");
        bot.becomes(card, "Failed jobs rebuilt  ·", "Rerun  ·");
        assertThat(shown(DEPLOYS, "Tufted duck")).hasSize(1);
    }

    @Test
    void theCardOfADeploySaysWhenItWasRebuilt() {
        var pipeline = rerun("Mute swan");
        bot.card("Mute swan");
        bot.semaphore().finish(pipeline);
        var staging = bot.promotedOnTheWeb("web", pipeline, "staging");
        var deploy = bot.card("Mute swan", "Deploy to staging");
        bot.semaphore().failJob(staging, "Deploy", "rollout", 1, "no\n");
        bot.becomes(deploy, "[Rebuild failed]");
        bot.semaphore().rebuildOnTheWeb(staging, "bob");
        bot.becomes(deploy, "Failed jobs rebuilt  ·");
    }

    @Test
    void aCardIsWatchedForADayAfterItsEndAndNoLonger() {
        var pipeline = rerun("Barn owl");
        var card = bot.card("Barn owl");
        bot.semaphore().finish(pipeline);
        bot.becomes(card, "[Promote to staging]");
        bot.passes(Duration.ofHours(23));
        bot.semaphore().finish(bot.promotedOnTheWeb("web", pipeline, "staging"));
        bot.becomes(card, "*staging*: deployed");
        bot.passes(Duration.ofHours(25));
        quiet("the project is looked through no more", A_TURN.multipliedBy(2), this::lists);
        bot.promotedOnTheWeb("web", pipeline, "production");
        bot.passes(A_TURN.multipliedBy(4));
        bot.untilAllIsDone();
        assertThat(bot.slack().now(card).drawn()).doesNotContain("*production*: depl");
    }

    @Test
    void aDeletedMessageIsLetGoAndNobodyIsAskedAboutItAnyMore() {
        var pipeline = rerun("Wood pigeon");
        bot.semaphore().begin(pipeline);
        bot.slack().deletes(bot.card("Wood pigeon", "is running"));
        bot.passes(Duration.ofMinutes(1)); // so the card has a change to show
        quiet("it is watched no more", Duration.ZERO, () -> looksAt(pipeline));
        bot.semaphore().finish(pipeline);
        bot.hints(pipeline);
        bot.untilAllIsDone();
        assertThat(shown(DEPLOYS, "Wood pigeon")).isEmpty();
    }

    @Test
    void whoAsksForSomethingIsShownACardAlthoughTheLastOneWasDeleted() {
        var pipeline = rerun("Wood warbler");
        bot.slack().deletes(bot.card("Wood warbler", "[Stop]"));
        bot.passes(Duration.ofMinutes(1));
        quiet("it is watched no more", Duration.ZERO, () -> looksAt(pipeline));
        bot.says(ALICE, "/semaphore stop " + pipeline);
        bot.card("Wood warbler", "Stopped by Alice", "[Rerun]");
    }

    @Test
    void channelThatWantsEndsAloneIsServedByAnotherChannelsWatch() {
        subscribe(BUILDS, "web mode=live");
        subscribe(DEPLOYS, "web");
        var pipeline =
                bot.semaphore().push("web", "main", "Sand martin", "alice").pipelineId();
        bot.hints(pipeline);
        var live = bot.cardIn(BUILDS, "Sand martin");
        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/api/v1alpha/pipelines")
                        .always()
                        .unavailable());
        bot.semaphore().finish(pipeline);
        bot.becomes(live, "passed", "[Promote to staging]");
        bot.card("Sand martin", "passed");
        assertThat(shown(BUILDS, "Sand martin")).hasSize(1);
    }

    /** Waits until nothing was counted for a second and a half. */
    private void quiet(String what, Duration shift, LongSupplier count) {
        var moment = Duration.ofMillis(1500);
        await(what)
                .atMost(Duration.ofSeconds(20))
                .pollDelay(moment)
                .pollInterval(moment)
                .until(() -> {
                    var counted = count.getAsLong();
                    bot.semaphore().forgetCalls();
                    bot.passes(shift);
                    return counted == 0;
                });
    }

    private void subscribe(String channel, String line) {
        int before = bot.messages(channel).size();
        bot.says(ALICE, channel, "/semaphore subscribe " + line);
        bot.until("it is subscribed", () -> bot.messages(channel).size() > before);
    }
}
