package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Gate;
import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.simulator.slack.Fault.AnswerLost;
import dev.signalman.simulator.slack.Fault.Http;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The bot is killed in each state of a notification, and started again: none is lost, and none comes twice but the one whose post
 * was never answered. A start takes seconds, so one test goes through all states.
 */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@EnumSource(TestDatabase.class)
@Order(3)
final class KilledNotifyingIT {
    private static final String PROJECT = Deed.PROMOTE.project();
    private static final String CHANNEL = Deed.PROMOTE.channel();
    private static final String POST = "chat.postMessage";
    private static final int MANY = 25;

    private final TestDatabase kind;
    private Stage stage;
    private Child bot;

    KilledNotifyingIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        stage = new Stage(kind, folder);
        stage.notifiesOf(PROJECT);
        stage.looksEvery(Duration.ofHours(1)); // or the lookout would find what a notification lost
        bot = stage.start();
        stage.subscribe(CHANNEL, PROJECT);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void inNoStateIsANotificationLostOrRepeated() throws IOException {
        takenClaimedAndRead();
        wantedAndNotPosted();
        postedAndNotAnswered();
        postedAndAnsweredInTheThread();
        summedUpAndNotPosted();
    }

    private void takenClaimedAndRead() throws IOException {
        var describing = new Gate();
        var picturing = new Gate();
        var taken = pushed("Taken");
        var claimed = pushed("Claimed");
        var read = pushed("Read");
        holdUp("/pipelines/" + taken, describing);
        holdUp("/pipelines/" + claimed, describing);
        holdUp("/promotions", picturing);
        for (var pipeline : new String[] {taken, claimed, read}) {
            stage.semaphore.finish(pipeline);
        }
        killWhen(() -> describing.arrived() == 2 && picturing.arrived() == 1);
        assertThat(stage.store.column("select count(*) from inbox where due_at is not null"))
                .containsExactly("3");
        assertThat(stage.store.column("select count(*) from announced")).containsExactly("0");
        // what was taken while all hands were full is nobody's
        assertThat(stage.store.change("update inbox set owner = null where line like '%" + taken + "%'"))
                .isOne();
        describing.open();
        picturing.open();
        restart();
        isShownOnce("Taken");
        isShownOnce("Claimed");
        isShownOnce("Read");
    }

    private void wantedAndNotPosted() throws IOException {
        stage.slack.faults().always(POST, new Http(503));
        int before = posts();
        finished("Wanted");
        killWhen(() -> posts() > before);
        assertThat(stage.store.column("select count(*) from cards where body like '%promoting%' and ts is null"))
                .containsExactly("1");
        restart();
        isShownOnce("Wanted");
    }

    private void postedAndNotAnswered() throws IOException {
        stage.slack.faults().next(POST, new AnswerLost());
        stage.slack.faults().always(POST, new Http(503));
        finished("Unanswered");
        killWhen(() -> !stage.shown(CHANNEL, "Unanswered").isEmpty());
        restart();
        bot.untilAllIsDone();
        assertThat(stage.shown(CHANNEL, "Unanswered")).hasSizeBetween(1, 2);
    }

    private void postedAndAnsweredInTheThread() throws IOException {
        var pipeline = finished("Posted");
        isShownOnce("Posted");
        var card = stage.shown(CHANNEL, "Posted").get(0);
        bot.untilAllIsDone();
        stage.slack.faults().always(POST, new Http(503));
        int before = posts();
        stage.semaphore.finish(promoted(pipeline));
        killWhen(() -> posts() > before);
        restart();
        Stage.soon(() -> assertThat(stage.shown(CHANNEL, "Posted")).hasSize(2));
        bot.untilAllIsDone();
        assertThat(stage.shown(CHANNEL, "Posted"))
                .filteredOn(each -> !each.ts().equals(card.ts()))
                .singleElement()
                .extracting(PostedMessage::threadTs)
                .isEqualTo(card.ts());
        assertThat(stage.slack.now(card).drawn()).contains("*production*: deployed");
    }

    private void summedUpAndNotPosted() throws IOException {
        bot.kill();
        stage.livesBehind(Duration.ofMinutes(30));
        for (int n = 0; n < MANY; n++) {
            finished("Missed " + n);
        }
        stage.livesBehind(Duration.ZERO);
        var hourAgo = "current_timestamp - interval '1' hour";
        stage.store.change(
                "insert into lookout_mark (project_id, moment, from_time, seen, looked) select project_id, 'DONE', "
                        + String.join(", ", hourAgo, hourAgo, hourAgo) + " from subscription");
        assertThat(stage.store.change("update scheduled_tasks set execution_time = " + hourAgo
                        + ", picked = false, picked_by = null where task_name = 'lookout'"))
                .isOne();
        stage.slack.faults().always(POST, new Http(503));
        int before = posts();
        bot = stage.start();
        killWhen(() -> posts() > before);
        assertThat(stage.store.column("select count(*) from announced where summed"))
                .containsExactly(Integer.toString(MANY));
        restart();
        isShownOnce(MANY + " pipelines of " + PROJECT);
        assertThat(stage.shown(CHANNEL, "Missed 0")).isEmpty();
    }

    private void holdUp(String path, Gate gate) {
        stage.semaphore.fault(Fault.on("GET", path).waitsFor(gate).cuts());
    }

    private String pushed(String message) {
        return stage.semaphore.push(PROJECT, "main", message, "alice").pipelineId();
    }

    private String finished(String message) {
        var pipeline = pushed(message);
        stage.semaphore.finish(pipeline);
        return pipeline;
    }

    private String promoted(String pipeline) {
        int before = stage.semaphore.pipelines(PROJECT).size();
        stage.semaphore.promoteOnTheWeb(pipeline, "production", "bob", Map.of());
        await().until(() -> stage.semaphore.pipelines(PROJECT).size() > before);
        return stage.semaphore.pipelines(PROJECT).get(before);
    }

    private int posts() {
        return (int) stage.slack.calls().stream()
                .filter(call -> call.method().equals(POST))
                .count();
    }

    private void isShownOnce(String words) {
        Stage.soon(() -> assertThat(stage.shown(CHANNEL, words)).as(words).isNotEmpty());
        bot.untilAllIsDone();
        assertThat(stage.shown(CHANNEL, words)).as(words).hasSize(1);
    }

    private void killWhen(Callable<Boolean> due) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(due);
        bot.kill();
    }

    private void restart() throws IOException {
        stage.semaphore.heal();
        stage.slack.faults().none();
        bot = stage.start();
    }
}
