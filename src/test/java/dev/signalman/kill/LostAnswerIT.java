package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Semaphore's answer to an act is lost: it is done once, or said to be unknown. */
final class LostAnswerIT {
    private static final int ALL = Deed.values().length;

    private Stage stage;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        stage = new Stage(TestDatabase.POSTGRES, folder);
        stage.start();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void whatWasDoneBeforeTheEdgeGaveUpIsDoneOnce() {
        stage.semaphore.fault(Fault.on("POST", "*").times(ALL).actsThenTimesOut());
        stage.askForAll();
        stage.everyDeedIsDoneOnce();
    }

    @Test
    void whatWasDoneBeforeTheConnectionBrokeIsDoneOnce() {
        stage.semaphore.fault(Fault.on("POST", "*").times(ALL).actsThenCuts());
        stage.askForAll();
        stage.everyDeedIsDoneOnce();
    }

    @Test
    void whatWasNotDoneIsAskedForAgainWhereThatIsHarmlessAndElseSaidToBeUnknown() {
        stage.semaphore.fault(Fault.on("POST", "*").times(ALL).timesOut());
        stage.askForAll();
        Stage.soon(() -> {
            timePasses();
            assertThat(Deed.values()).allSatisfy(deed -> {
                if (deed == Deed.RUN) {
                    assertThat(stage.told(deed))
                            .anySatisfy(told ->
                                    assertThat(told).contains("no new workflow has shown up", "did not try again"));
                } else {
                    assertThat(stage.cards(deed)).as("%s", deed).hasSize(1);
                }
            });
        });
        assertThat(Deed.values())
                .allSatisfy(deed ->
                        assertThat(deed.times(stage.semaphore)).as("%s", deed).isEqualTo(deed == Deed.RUN ? 0 : 1));
    }

    @Test
    void aRepetitionThatIsTurnedAwayDoesNotMakeWhatWasDoneARefusal() {
        stage.semaphore.fault(Fault.on("POST", "*").actsThenTimesOut());
        stage.semaphore.fault(Fault.on("POST", "*").tooMany(Duration.ofSeconds(1)));
        Deed.RERUN.ask(stage.slack);
        Stage.soon(() -> assertThat(stage.cards(Deed.RERUN)).hasSize(1));
        assertThat(Deed.RERUN.times(stage.semaphore)).isOne();
        assertThat(stage.told(Deed.RERUN)).isEmpty();
    }

    /** What was put aside for a while is due now. */
    private void timePasses() {
        stage.store.change("update inbox set due_at = now() where due_at > now() and owner is null");
    }
}
