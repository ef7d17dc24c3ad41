package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The bot is killed while five acts are under way, and started again: each is done once, and its card stands. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
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
        everythingIsDoneOnce(0);
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
        everythingIsDoneOnce(0);
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
        everythingIsDoneOnce(0);
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
        everythingIsDoneOnce(0);
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

    /** Each act was done once, and its card stands in the channel, with so many more of it at most. */
    private void everythingIsDoneOnce(int repeated) {
        stage.everyDeed(
                deed -> assertThat(stage.cards(deed)).as("cards of %s", deed).isNotEmpty());
        stage.everyDeed(
                deed -> assertThat(deed.times(stage.semaphore)).as("%s", deed).isOne());
        stage.everyDeed(deed -> assertThat(stage.cards(deed)).hasSizeLessThanOrEqualTo(1 + repeated));
        assertThat(stage.store.url.isEmpty() || stage.store.column(OPEN).size() == 1)
                .isTrue();
    }
}
