package dev.signalman.kill;

import static dev.signalman.harness.Town.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Gate;
import dev.signalman.simulator.semaphore.http.Fault;
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
import org.junit.jupiter.params.provider.EnumSource;

/** The bot is killed while five acts are under way, and started again: each is done once, and its card stands. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@EnumSource(TestDatabase.class)
@Order(2)
final class KilledIT {
    private static final String OPEN = "select count(*) from inbox where due_at is not null";
    private static final String STATES = "select state from acts";
    private static final int ALL = Deed.values().length;

    private final TestDatabase kind;
    private Stage stage;
    private Child bot;

    KilledIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        stage = new Stage(kind, folder);
        bot = stage.start();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void whatWasTakenAndNotDecidedIsDone() throws IOException {
        var gate = new Gate();
        stage.semaphore.fault(Fault.on("GET", "*").always().waitsFor(gate).cuts());
        stage.askForAll();
        killWhen(() -> gate.arrived() > 0); // one asks for the projects, and the others wait for what it hears
        assertThat(stage.store.column(OPEN)).containsExactly("5");
        assertThat(stage.store.column(STATES)).isEmpty();
        gate.open();
        restart();
        stage.everyDeedIsDoneOnce();
    }

    @Test
    void whatWasIntendedAndNotSentIsDone() throws IOException {
        var gate = new Gate();
        stage.semaphore.fault(Fault.on("POST", "*").always().waitsFor(gate).cuts());
        stage.askForAll();
        killWhen(() -> gate.arrived() == ALL);
        // the call was never heard of; so this is what stood there a moment before it
        assertThat(stage.store.change("update acts set state = 'intended', sent_at = null"))
                .isEqualTo(ALL);
        gate.open();
        restart();
        stage.everyDeedIsDoneOnce();
    }

    @Test
    void whatWasDoneAndNotAnsweredIsFoundAndNotRepeated() throws IOException {
        var gate = new Gate();
        stage.semaphore.fault(Fault.on("POST", "*").always().answerWaitsFor(gate));
        stage.askForAll();
        killWhen(() -> gate.arrived() == ALL);
        assertThat(stage.done()).isEqualTo(ALL);
        assertThat(stage.store.column(STATES)).hasSize(ALL).containsOnly("sent");
        gate.open();
        restart();
        stage.everyDeedIsDoneOnce();
    }

    @Test
    void whatWasSettledAndNotPostedIsPosted() throws IOException {
        stage.slack.faults().always("chat.postMessage", new dev.signalman.simulator.slack.Fault.Http(503));
        stage.askForAll();
        killWhen(() -> stage.slack.calls().stream()
                        .filter(call -> call.method().equals("chat.postMessage"))
                        .map(call -> call.channel())
                        .distinct()
                        .count()
                == ALL);
        assertThat(stage.store.column(STATES)).hasSize(ALL).containsOnly("done");
        stage.slack.faults().none();
        restart();
        stage.everyDeedIsDoneOnce();
    }

    /** Nothing follows this act, so nothing but the look for cards that lag brings its message to the channel. */
    @Test
    void whatWasSettledAndIsFollowedByNothingIsPosted() throws IOException {
        var channel = Deed.RUN.channel();
        stage.slack.faults().always("chat.postMessage", new dev.signalman.simulator.slack.Fault.Http(503));
        stage.slack.says(ALICE, channel, "/semaphore agents create s1-linux");
        killWhen(() ->
                stage.slack.calls().stream().anyMatch(call -> call.method().equals("chat.postMessage")));
        assertThat(stage.store.column(STATES)).containsExactly("done");
        assertThat(stage.store.column(OPEN)).containsExactly("0");
        stage.slack.faults().none();
        restart();
        Stage.soon(() -> assertThat(stage.slack.messages(channel))
                .filteredOn(message -> !message.ephemeral())
                .extracting(message -> message.drawn())
                .singleElement()
                .asString()
                .contains("created the agent type"));
        assertThat(stage.semaphore.agentTypes()).containsExactly("s1-linux");
    }

    @Test
    void aPostThatWasNotAnsweredIsRepeatedAtMostOnce() throws IOException {
        stage.slack.faults().next("chat.postMessage", new dev.signalman.simulator.slack.Fault.AnswerLost());
        stage.slack.faults().always("chat.update", new dev.signalman.simulator.slack.Fault.Http(503));
        Deed.RUN.ask(stage.slack);
        stage.slack.faults().always("chat.postMessage", new dev.signalman.simulator.slack.Fault.Http(503));
        killWhen(() -> !stage.cards(Deed.RUN).isEmpty());
        stage.slack.faults().none();
        restart();
        var first = stage.cards(Deed.RUN).get(0);
        Stage.soon(() -> assertThat(stage.cards(Deed.RUN)).hasSize(2));
        var card = stage.cards(Deed.RUN).get(1);
        assertThat(card.ts()).isNotEqualTo(first.ts());
        stage.semaphore.finish(stage.semaphore.pipelines(Deed.RUN.project()).get(1));
        Stage.soon(() -> assertThat(stage.slack.now(card).buttons()).contains("Rerun"));
        assertThat(stage.cards(Deed.RUN)).hasSize(2);
    }

    @Test
    void aRunThatCannotBeToldFromAnotherIsSaidToBeUnknownAndNotRepeated() throws Exception {
        var gate = new Gate();
        stage.semaphore.fault(Fault.on("POST", "*").answerWaitsFor(gate));
        Deed.RUN.ask(stage.slack);
        killWhen(() -> gate.arrived() == 1);
        gate.open();
        stage.runElsewhere();
        restart();
        Stage.soon(() -> assertThat(stage.told(Deed.RUN))
                .anySatisfy(told -> assertThat(told).contains("cannot tell", "did not try again")));
        assertThat(Deed.RUN.times(stage.semaphore)).isEqualTo(2);
        assertThat(stage.cards(Deed.RUN)).isEmpty();
    }

    @Test
    void aPressIsCarriedOutOnceAndSaidWithTheName() throws IOException {
        Deed.RERUN.ask(stage.slack);
        Stage.soon(() -> assertThat(stage.cards(Deed.RERUN)).hasSize(1));
        var pipeline = stage.semaphore.pipelines(Deed.RERUN.project()).get(1);
        stage.semaphore.begin(pipeline);
        stage.semaphore.failJob(pipeline, "Test", "unit", 1, "expected 1, got 2");
        Stage.soon(() -> assertThat(stage.cards(Deed.RERUN).get(0).buttons()).contains("Rebuild failed"));
        var gate = new Gate();
        stage.semaphore.fault(Fault.on("POST", "*").answerWaitsFor(gate));
        var card = stage.cards(Deed.RERUN).get(0);
        stage.slack.presses(ALICE, card, "Rebuild failed");
        killWhen(() -> gate.arrived() == 1);
        gate.open();
        restart();
        Stage.soon(() -> assertThat(stage.slack.messages(Deed.RERUN.channel()))
                .anySatisfy(message -> assertThat(message.drawn()).contains("Rebuilt by Alice")));
        assertThat(stage.semaphore.pipelines(Deed.RERUN.project())).hasSize(3);
    }

    private void killWhen(Callable<Boolean> due) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(due);
        bot.kill();
    }

    private void restart() throws IOException {
        stage.semaphore.heal();
        bot = stage.start();
    }
}
