package dev.signalman.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.intake.DueWorkPoller;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.SeverableConnection;
import dev.signalman.storage.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class DatabaseOutageTest {
    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aDatabaseThatFallsSilentTakesNothingAndSaysSoInTime() throws Exception {
        var address = TestDatabase.POSTGRES.migrated(JournalModule.MIGRATIONS);
        var uri = URI.create(address.jdbcUrl().substring("jdbc:".length()));
        try (var line = new SeverableConnection(uri.getPort());
                var instance = new InstanceFixture(
                        DatabaseAddress.read(address.jdbcUrl().replace(":" + uri.getPort(), ":" + line.port())),
                        clock,
                        slack)) {
            assertThat(instance.intake().take(SampleInvocations.typed("1", "status", clock.instant())))
                    .isEqualTo(Taking.NEW);
            line.silence(true);
            var begin = System.nanoTime();
            assertThatThrownBy(() -> instance.intake().take(SampleInvocations.typed("2", "status", clock.instant())))
                    .isInstanceOf(IntakeFailedException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2800));
            assertThat(instance.database.answers()).isFalse();
            line.silence(false);
            await().ignoreExceptions()
                    .until(() -> instance.intake().take(SampleInvocations.typed("3", "status", clock.instant()))
                            == Taking.NEW);
            await().untilAsserted(() -> assertThat(instance.worked.stream()
                            .map(claim -> claim.invocation().id()))
                    .containsExactly("1", "3"));
        }
    }

    @Test
    void whatWasWrittenDownAllTheSameIsTakenBackFromAPersonAndKeptOfAHint() throws Exception {
        var address = TestDatabase.POSTGRES.migrated(JournalModule.MIGRATIONS);
        var uri = URI.create(address.jdbcUrl().substring("jdbc:".length()));
        try (var line = new SeverableConnection(uri.getPort());
                var instance = new InstanceFixture(
                        DatabaseAddress.read(address.jdbcUrl().replace(":" + uri.getPort(), ":" + line.port())),
                        clock,
                        slack)) {
            var person = SampleInvocations.typed("1", "rerun web", clock.instant());
            var hint = SampleInvocations.itself("2", "announce", clock.instant());
            line.silence(true);
            for (var each : List.of(person, hint)) {
                assertThatThrownBy(() -> instance.intake().take(each)).isInstanceOf(IntakeFailedException.class);
            }
            line.silence(false);
            await().ignoreExceptions()
                    .until(() -> instance.database.inTransaction(handle -> {
                        var rows = instance.get(InboxStore.class);
                        return rows.add(handle, person, person.taken(), true)
                                && rows.add(handle, hint, hint.taken(), true);
                    }));
            clock.pass(Duration.ofSeconds(11));
            instance.sweep();
            await().untilAsserted(() -> assertThat(instance.worked.stream()
                            .map(claim -> claim.invocation().id()))
                    .containsExactly("2"));
            assertThat(instance.count("select count(*) from inbox")).isOne();
        }
    }

    @Test
    void whatWasCommittedToAFileIsThereAfterARestart(@TempDir Path folder) {
        var address = DatabaseAddress.file(folder.resolve("signalman").toString());
        var event = SampleInvocations.typed("1", "status", clock.instant());
        try (var before = new InstanceFixture(address, clock, slack)) {
            before.intake().take(event);
            await().untilAsserted(() -> assertThat(before.worked).hasSize(1));
        }
        try (var after = new InstanceFixture(address, clock, slack)) {
            after.works(
                    claim -> after.journal().conclude(claim, Outcome.deliver(SampleInvocations.toAsker("Still here"))));
            assertThat(after.intake().take(event)).isEqualTo(Taking.REPEATED);
            after.sweep();
            assertThat(after.worked).isEmpty();
            after.looksOn();
            after.sweep();
            await().untilAsserted(() -> assertThat(after.worked).containsExactly(new Claim(event, null, 0)));
            await().untilAsserted(() -> assertThat(slack.sent()).containsExactly("respond https://hooks/1 Still here"));
        }
    }

    @Test
    void whatADrainedInstanceLeftIsFreeAtOnce() throws Exception {
        var address = DatabaseAddress.memory("drained");
        try (var before = new InstanceFixture(address, clock, slack);
                var after = new InstanceFixture(address, clock, slack)) {
            before.intake().take(SampleInvocations.typed("1", "status", clock.instant()));
            await().untilAsserted(() -> assertThat(before.worked).hasSize(1));
            before.get(Lifecycle.class).drain(Duration.ofSeconds(5));
            after.get(DueWorkPoller.class).claimDue();
            await().untilAsserted(() -> assertThat(after.worked).hasSize(1));
            before.intake().take(SampleInvocations.typed("2", "status", clock.instant()));
            after.get(DueWorkPoller.class).claimDue();
            await().untilAsserted(() -> assertThat(after.worked).hasSize(2));
        }
    }
}
