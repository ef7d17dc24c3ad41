package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SlackFault.AnswerLost;
import dev.signalman.simulator.slack.SlackFault.Http;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the bot in each state of a notification and restarts it: none is lost, and none is repeated except one whose
 * post was unanswered. A start takes seconds, so one test covers all states.
 */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@MethodSource("dev.signalman.kill.KilledOn#server")
@Order(1)
final class KilledNotifyingIT {
    private static final String PROJECT = KillTestAct.PROMOTE.project();
    private static final String CHANNEL = KillTestAct.PROMOTE.channel();
    private static final String POST = "chat.postMessage";
    private static final int MANY = 25;
    private static final int CROWD = 9;

    private final TestDatabase kind;
    private KillTestEnvironment environment;
    private BotProcess bot;

    KilledNotifyingIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        environment = new KillTestEnvironment(kind, folder);
        environment.notifiesOf(PROJECT);
        environment.looksEvery(Duration.ofHours(1)); // otherwise polling would find lost notifications
        bot = environment.start();
        environment.subscribe(CHANNEL, PROJECT);
    }

    @AfterEach
    void end() {
        environment.close();
    }

    @Test
    void inNoStateIsANotificationLostOrRepeated() throws IOException {
        takenClaimedAndRead();
        wantedAndNotPosted();
        postedAndNotAnswered();
        postedAndAnsweredInTheThread();
        countedAmongManyAndNotPosted();
        summedUpAndNotPosted();
    }

    private void takenClaimedAndRead() throws IOException {
        var describing = new SemaphoreCallLatch();
        var picturing = new SemaphoreCallLatch();
        var taken = pushed("Taken");
        var claimed = pushed("Claimed");
        var read = pushed("Read");
        holdUp("/pipelines/" + taken, describing);
        holdUp("/pipelines/" + claimed, describing);
        holdUp("/promotions", picturing);
        for (var pipeline : new String[] {taken, claimed, read}) {
            environment.semaphore.finish(pipeline);
        }
        killWhen(() -> describing.arrived() == 2 && picturing.arrived() == 1);
        assertThat(environment.database.column(
                        "select count(*) from inbox where due_at is not null and id like 'webhook:%'"))
                .containsExactly("3");
        assertThat(environment.database.column("select count(*) from announced"))
                .containsExactly("0");
        // work accepted while all workers were busy has no owner
        assertThat(environment.database.change("update inbox set owner = null where line like '%" + taken + "%'"))
                .isOne();
        describing.open();
        picturing.open();
        restart();
        isShownOnce("Taken");
        isShownOnce("Claimed");
        isShownOnce("Read");
    }

    private void wantedAndNotPosted() throws IOException {
        environment.slack.faults().always(POST, new Http(503));
        int before = posts();
        finished("Wanted");
        killWhen(() -> posts() > before);
        assertThat(environment.database.column(
                        "select count(*) from cards where body like '%promoting%' and ts is null"))
                .containsExactly("1");
        restart();
        isShownOnce("Wanted");
    }

    private void postedAndNotAnswered() throws IOException {
        environment.slack.faults().next(POST, new AnswerLost());
        environment.slack.faults().always(POST, new Http(503));
        finished("Unanswered");
        killWhen(() -> !environment.shown(CHANNEL, "Unanswered").isEmpty());
        restart();
        bot.untilAllIsDone();
        assertThat(environment.shown(CHANNEL, "Unanswered")).hasSizeBetween(1, 2);
    }

    private void postedAndAnsweredInTheThread() throws IOException {
        var pipeline = finished("Delivered");
        isShownOnce("Delivered");
        var card = environment.shown(CHANNEL, "Delivered").get(0);
        bot.untilAllIsDone();
        environment.slack.faults().always(POST, new Http(503));
        int before = posts();
        environment.semaphore.finish(promoted(pipeline));
        killWhen(() -> posts() > before);
        restart();
        KillTestEnvironment.soon(
                () -> assertThat(environment.shown(CHANNEL, "Delivered")).hasSize(2));
        bot.untilAllIsDone();
        assertThat(environment.shown(CHANNEL, "Delivered"))
                .filteredOn(each -> !each.ts().equals(card.ts()))
                .singleElement()
                .extracting(PostedMessage::threadTs)
                .isEqualTo(card.ts());
        // the killed bot may have had the key of this card, which is free once its lease ended
        KillTestEnvironment.soon(
                () -> assertThat(environment.slack.now(card).drawn()).contains("*production*: deployed"));
    }

    private void countedAmongManyAndNotPosted() throws IOException {
        environment.letsAMinutePass();
        environment.slack.faults().always(POST, new Http(503));
        for (int n = 0; n < CROWD; n++) {
            finished("Crowd " + n);
        }
        killWhen(() -> environment
                .database
                .column("select count(*) from burst_build where burst is not null")
                .contains(Integer.toString(CROWD)));
        restart();
        isShownOnce(PROJECT + "*: " + CROWD + " builds since");
        bot.untilAllIsDone();
        assertThat(environment.shown(CHANNEL, "Crowd").stream()
                        .filter(each -> !each.drawn().contains("builds since")))
                .as("messages of their own")
                .hasSize(5);
        environment.letsAMinutePass();
    }

    private void summedUpAndNotPosted() throws IOException {
        bot.kill();
        environment.livesBehind(Duration.ofMinutes(30));
        for (int n = 0; n < MANY; n++) {
            finished("Missed " + n);
        }
        environment.livesBehind(Duration.ZERO);
        var hourAgo = "current_timestamp - interval '1' hour";
        environment.database.change(
                "insert into lookout_mark (project_id, moment, from_time, seen, looked) select project_id, 'DONE', "
                        + String.join(", ", hourAgo, hourAgo, hourAgo) + " from subscription");
        assertThat(environment.database.change("update scheduled_tasks set execution_time = " + hourAgo
                        + ", picked = false, picked_by = null where task_name = 'lookout'"))
                .isOne();
        environment.slack.faults().always(POST, new Http(503));
        int before = posts();
        bot = environment.start();
        killWhen(() -> posts() > before);
        assertThat(environment.database.column("select count(*) from announced where summed"))
                .containsExactly(Integer.toString(MANY));
        restart();
        isShownOnce(MANY + " pipelines of " + PROJECT);
        assertThat(environment.shown(CHANNEL, "Missed 0")).isEmpty();
    }

    private void holdUp(String path, SemaphoreCallLatch semaphoreCallLatch) {
        environment.semaphore.fault(
                SemaphoreFault.on("GET", path).waitsFor(semaphoreCallLatch).cuts());
    }

    private String pushed(String message) {
        return environment.semaphore.push(PROJECT, "main", message, "alice").pipelineId();
    }

    private String finished(String message) {
        var pipeline = pushed(message);
        environment.semaphore.finish(pipeline);
        return pipeline;
    }

    private String promoted(String pipeline) {
        int before = environment.semaphore.pipelines(PROJECT).size();
        environment.semaphore.promoteOnTheWeb(pipeline, "production", "bob", Map.of());
        await().until(() -> environment.semaphore.pipelines(PROJECT).size() > before);
        return environment.semaphore.pipelines(PROJECT).get(before);
    }

    private int posts() {
        return (int) environment.slack.calls().stream()
                .filter(call -> call.method().equals(POST))
                .count();
    }

    private void isShownOnce(String words) {
        KillTestEnvironment.soon(
                () -> assertThat(environment.shown(CHANNEL, words)).as(words).isNotEmpty());
        bot.untilAllIsDone();
        assertThat(environment.shown(CHANNEL, words)).as(words).hasSize(1);
    }

    private void killWhen(Callable<Boolean> due) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(due);
        bot.kill();
    }

    private void restart() throws IOException {
        environment.semaphore.heal();
        environment.slack.faults().none();
        environment.letsAMinutePass();
        bot = environment.start();
    }
}
