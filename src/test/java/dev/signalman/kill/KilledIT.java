package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
 * Kills the bot during five acts and restarts it: each is done once, and its card appears. A start takes seconds, so the
 * bot that was restarted is the next one to be killed.
 */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@MethodSource("dev.signalman.kill.KilledOn#embedded")
@Order(6)
final class KilledIT {
    private static final String OPEN = "select count(*) from inbox where due_at is not null";
    private static final String UNSETTLED = "select state from acts where state <> 'done'";
    private static final String DONE = "select count(*) from acts where state = 'done'";
    private static final int ALL = KillTestAct.values().length;

    private final TestDatabase kind;
    private KillTestEnvironment environment;
    private BotProcess bot;

    KilledIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        environment = new KillTestEnvironment(kind, folder);
        bot = environment.start();
    }

    @AfterEach
    void end() {
        environment.close();
    }

    @Test
    void eachOfAllActsIsDoneOnce() throws IOException {
        whatWasTakenAndNotDecidedIsDone();
        whatWasIntendedAndNotSentIsDone();
        whatWasDoneAndNotAnsweredIsFoundAndNotRepeated();
        whatWasSettledAndNotPostedIsPosted();
    }

    @Test
    void noOtherStateLosesOrRepeatsAnything() throws Exception {
        whatWasSettledAndIsFollowedByNothingIsPosted();
        aPressIsCarriedOutOnceAndSaidWithTheName();
        aRunThatCannotBeToldFromAnotherIsSaidToBeUnknownAndNotRepeated();
        aPostThatWasNotAnsweredIsRepeatedAtMostOnce();
    }

    private void whatWasTakenAndNotDecidedIsDone() throws IOException {
        var semaphoreCallLatch = new SemaphoreCallLatch();
        environment.semaphore.fault(SemaphoreFault.on("GET", "*")
                .always()
                .waitsFor(semaphoreCallLatch)
                .cuts());
        environment.askForAll();
        killWhen(() -> semaphoreCallLatch.arrived() > 0); // one reads the projects, and the others wait for its result
        assertThat(count(OPEN)).isEqualTo(ALL);
        assertThat(count("select count(*) from acts")).isZero();
        semaphoreCallLatch.open();
        restart();
        environment.everyDeedIsDoneOnce();
    }

    private void whatWasIntendedAndNotSentIsDone() throws IOException {
        anew();
        var semaphoreCallLatch = new SemaphoreCallLatch();
        environment.semaphore.fault(SemaphoreFault.on("POST", "*")
                .always()
                .waitsFor(semaphoreCallLatch)
                .cuts());
        environment.askForAll();
        killWhen(() -> semaphoreCallLatch.arrived() == ALL);
        // the call never arrived, so this was the state just before it
        assertThat(environment.database.change(
                        "update acts set state = 'intended', sent_at = null where state = 'sent'"))
                .isEqualTo(ALL);
        semaphoreCallLatch.open();
        restart();
        environment.everyDeedIsDoneOnce();
    }

    private void whatWasDoneAndNotAnsweredIsFoundAndNotRepeated() throws IOException {
        anew();
        var semaphoreCallLatch = new SemaphoreCallLatch();
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").always().answerWaitsFor(semaphoreCallLatch));
        environment.askForAll();
        killWhen(() -> semaphoreCallLatch.arrived() == ALL);
        assertThat(environment.done()).isEqualTo(ALL);
        assertThat(environment.database.column(UNSETTLED)).hasSize(ALL).containsOnly("sent");
        semaphoreCallLatch.open();
        restart();
        environment.everyDeedIsDoneOnce();
    }

    private void whatWasSettledAndNotPostedIsPosted() throws IOException {
        anew();
        int before = environment.slack.calls().size();
        environment.slack.faults().always("chat.postMessage", new SlackFault.Http(503));
        environment.askForAll();
        killWhen(() -> environment.slack.calls().stream()
                        .skip(before)
                        .filter(call -> call.method().equals("chat.postMessage"))
                        .map(call -> call.channel())
                        .distinct()
                        .count()
                == ALL);
        assertThat(environment.database.column(UNSETTLED)).isEmpty();
        assertThat(count(DONE)).as("with those of the three states before").isEqualTo(4 * ALL);
        environment.slack.faults().none();
        restart();
        environment.everyDeedIsDoneOnce();
    }

    /** This act has no follow-up, so only the poll for unsent cards posts its message. */
    private void whatWasSettledAndIsFollowedByNothingIsPosted() throws IOException {
        var channel = KillTestAct.RUN.channel();
        environment.slack.faults().always("chat.postMessage", new SlackFault.Http(503));
        environment.slack.says(ALICE, channel, "/semaphore agents create s1-linux");
        killWhen(() -> environment.slack.calls().stream()
                .anyMatch(call -> call.method().equals("chat.postMessage")));
        assertThat(count(DONE)).isOne();
        assertThat(count(OPEN)).isZero();
        environment.slack.faults().none();
        restart();
        KillTestEnvironment.soon(() -> assertThat(environment.slack.messages(channel))
                .filteredOn(message -> !message.ephemeral())
                .extracting(message -> message.drawn())
                .singleElement()
                .asString()
                .contains("created the agent type"));
        assertThat(environment.semaphore.agentTypes()).containsExactly("s1-linux");
    }

    private void aPressIsCarriedOutOnceAndSaidWithTheName() throws IOException {
        KillTestAct.RERUN.ask(environment.slack);
        KillTestEnvironment.soon(
                () -> assertThat(environment.cards(KillTestAct.RERUN)).hasSize(1));
        var pipeline =
                environment.semaphore.pipelines(KillTestAct.RERUN.project()).get(1);
        environment.semaphore.begin(pipeline);
        environment.semaphore.failJob(pipeline, "Test", "unit", 1, "expected 1, got 2");
        KillTestEnvironment.soon(
                () -> assertThat(environment.cards(KillTestAct.RERUN).get(0).buttons())
                        .contains("Rebuild failed"));
        var semaphoreCallLatch = new SemaphoreCallLatch();
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").answerWaitsFor(semaphoreCallLatch));
        var card = environment.cards(KillTestAct.RERUN).get(0);
        environment.slack.presses(ALICE, card, "Rebuild failed");
        killWhen(() -> semaphoreCallLatch.arrived() == 1);
        semaphoreCallLatch.open();
        restart();
        KillTestEnvironment.soon(() -> assertThat(environment.slack.messages(KillTestAct.RERUN.channel()))
                .anySatisfy(message -> assertThat(message.drawn()).contains("Rebuilt by Alice")));
        assertThat(environment.semaphore.pipelines(KillTestAct.RERUN.project())).hasSize(3);
    }

    private void aRunThatCannotBeToldFromAnotherIsSaidToBeUnknownAndNotRepeated() throws Exception {
        var semaphoreCallLatch = new SemaphoreCallLatch();
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").answerWaitsFor(semaphoreCallLatch));
        KillTestAct.RUN.ask(environment.slack);
        killWhen(() -> semaphoreCallLatch.arrived() == 1);
        semaphoreCallLatch.open();
        environment.runElsewhere();
        restart();
        KillTestEnvironment.soon(
                () -> assertThat(environment.told(KillTestAct.RUN))
                        .anySatisfy(
                                told -> assertThat(told)
                                        .contains(
                                                "can't tell",
                                                "It may have worked, so I didn't try again. Check in Semaphore before you repeat it.")));
        assertThat(environment.times(KillTestAct.RUN)).isEqualTo(2);
        assertThat(environment.cards(KillTestAct.RUN)).isEmpty();
    }

    private void aPostThatWasNotAnsweredIsRepeatedAtMostOnce() throws IOException {
        bot.untilAllIsDone();
        environment.slack.faults().next("chat.postMessage", new SlackFault.AnswerLost());
        environment.slack.faults().always("chat.update", new SlackFault.Http(503));
        KillTestAct.RUN.ask(environment.slack);
        environment.slack.faults().always("chat.postMessage", new SlackFault.Http(503));
        killWhen(() -> !environment.cards(KillTestAct.RUN).isEmpty());
        environment.slack.faults().none();
        restart();
        var first = environment.cards(KillTestAct.RUN).get(0);
        KillTestEnvironment.soon(
                () -> assertThat(environment.cards(KillTestAct.RUN)).hasSize(2));
        var card = environment.cards(KillTestAct.RUN).get(1);
        assertThat(card.ts()).isNotEqualTo(first.ts());
        var pipelines = environment.semaphore.pipelines(KillTestAct.RUN.project());
        environment.semaphore.finish(pipelines.get(pipelines.size() - 1));
        KillTestEnvironment.soon(
                () -> assertThat(environment.slack.now(card).buttons()).contains("Rerun"));
        assertThat(environment.cards(KillTestAct.RUN)).hasSize(2);
    }

    /** Prepares all acts once more. */
    private void anew() {
        bot.untilAllIsDone();
        environment.prepareAnew();
    }

    private int count(String sql) {
        return Integer.parseInt(environment.database.column(sql).get(0));
    }

    private void killWhen(Callable<Boolean> due) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(due);
        bot.kill();
    }

    private void restart() throws IOException {
        environment.semaphore.heal();
        bot = environment.start();
    }
}
