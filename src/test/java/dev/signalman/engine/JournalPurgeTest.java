package dev.signalman.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Outcome;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class JournalPurgeTest {
    private final TestDatabase kind;

    JournalPurgeTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void whatWasFinishedIsForgottenAfterDaysAndWhatIsOpenIsNot() {
        try (var instance = new InstanceFixture(
                kind.migrated(JournalModule.MIGRATIONS), new ManualClock(), new RecordingMessenger())) {
            instance.works(claim -> {
                if (claim.invocation().id().equals("done")) {
                    var act = instance.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
                    instance.journal()
                            .settle(
                                    claim,
                                    act,
                                    ActResult.done("Done", Outcome.deliver(SampleInvocations.toAsker("Yours"))),
                                    SampleInvocations.DONE);
                }
            });
            instance.intake().take(SampleInvocations.typed("done", "rerun web", instance.clock.instant()));
            instance.intake().take(SampleInvocations.typed("open", "rerun web", instance.clock.instant()));
            await().untilAsserted(() -> assertThat(instance.count("select count(*) from cards where lane is null"))
                    .isOne());
            instance.pass(Duration.ofDays(6));
            instance.get(JournalPurge.class).run();
            assertThat(instance.count("select count(*) from inbox")).isEqualTo(2);
            assertThat(instance.get(Backlog.class).due()).isOne();
            assertThat(instance.get(Backlog.class).oldest()).isEqualTo(Duration.ofDays(6));
            instance.pass(Duration.ofDays(2));
            instance.get(JournalPurge.class).run();
            assertThat(instance.count("select count(*) from inbox where id = 'open'"))
                    .isOne();
            assertThat(instance.count("select count(*) from inbox")).isOne();
            assertThat(instance.count("select count(*) from acts")).isZero();
            assertThat(instance.count("select count(*) from cards")).isZero();
        }
    }
}
