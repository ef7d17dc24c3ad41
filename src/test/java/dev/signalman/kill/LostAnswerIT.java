package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Semaphore's answer to an act is lost: the act is done once, or reported as unknown. Nobody is killed, so the bot is in this process. */
final class LostAnswerIT {
    private static final int ALL = KillTestAct.values().length;

    private KillTestEnvironment environment;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        environment = new KillTestEnvironment(TestDatabase.POSTGRES, folder);
        environment.startHere();
    }

    @AfterEach
    void end() {
        environment.close();
    }

    @Test
    void whatWasDoneBeforeTheEdgeGaveUpIsDoneOnce() {
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").times(ALL).actsThenTimesOut());
        environment.askForAll();
        environment.everyDeedIsDoneOnce();
    }

    @Test
    void whatWasDoneBeforeTheConnectionBrokeIsDoneOnce() {
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").times(ALL).actsThenCuts());
        environment.askForAll();
        environment.everyDeedIsDoneOnce();
    }

    @Test
    void whatWasNotDoneIsAskedForAgainWhereThatIsHarmlessAndElseSaidToBeUnknown() {
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").times(ALL).timesOut());
        environment.askForAll();
        KillTestEnvironment.soon(() -> {
            timePasses();
            assertThat(KillTestAct.values()).allSatisfy(act -> {
                if (act == KillTestAct.RUN) {
                    assertThat(environment.told(act))
                            .anySatisfy(
                                    told -> assertThat(told)
                                            .contains(
                                                    "but Semaphore didn't answer, and no new workflow has appeared.",
                                                    "It may have worked, so I didn't try again. Check in Semaphore before you repeat it."));
                } else {
                    assertThat(environment.cards(act)).as("%s", act).hasSize(1);
                }
            });
        });
        assertThat(KillTestAct.values())
                .allSatisfy(act -> assertThat(act.times(environment.semaphore))
                        .as("%s", act)
                        .isEqualTo(act == KillTestAct.RUN ? 0 : 1));
    }

    @Test
    void aRepetitionThatIsTurnedAwayDoesNotMakeWhatWasDoneARefusal() {
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").actsThenTimesOut());
        environment.semaphore.fault(SemaphoreFault.on("POST", "*").tooMany(Duration.ofSeconds(1)));
        KillTestAct.RERUN.ask(environment.slack);
        KillTestEnvironment.soon(
                () -> assertThat(environment.cards(KillTestAct.RERUN)).hasSize(1));
        assertThat(KillTestAct.RERUN.times(environment.semaphore)).isOne();
        assertThat(environment.told(KillTestAct.RERUN)).isEmpty();
    }

    /** Makes postponed work due now. */
    private void timePasses() {
        environment.database.change("update inbox set due_at = now() where due_at > now() and owner is null");
    }
}
