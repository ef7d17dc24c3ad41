package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Outcome;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PurgeTest {
    private final TestDatabase kind;

    PurgeTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void whatWasFinishedIsForgottenAfterDaysAndWhatIsOpenIsNot() {
        try (var station =
                new Station(kind.migrated(JournalModule.MIGRATIONS), new MovedClock(), new NotedMessenger())) {
            station.works(claim -> {
                if (claim.invocation().id().equals("done")) {
                    var act = station.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
                    station.journal()
                            .settle(
                                    claim,
                                    act,
                                    Carried.done("Done", List.of(Said.toAsker("Yours")), List.of()),
                                    Said.DONE);
                }
            });
            station.intake().take(Said.typed("done", "rerun web", station.clock.instant()));
            station.intake().take(Said.typed("open", "rerun web", station.clock.instant()));
            await().untilAsserted(() -> assertThat(station.count("select count(*) from cards where lane is null"))
                    .isOne());
            station.pass(Duration.ofDays(6));
            station.get(Purge.class).run();
            assertThat(station.count("select count(*) from inbox")).isEqualTo(2);
            assertThat(station.get(Backlog.class).due()).isOne();
            assertThat(station.get(Backlog.class).oldest()).isEqualTo(Duration.ofDays(6));
            station.pass(Duration.ofDays(2));
            station.get(Purge.class).run();
            assertThat(station.count("select count(*) from inbox where id = 'open'"))
                    .isOne();
            assertThat(station.count("select count(*) from inbox")).isOne();
            assertThat(station.count("select count(*) from acts")).isZero();
            assertThat(station.count("select count(*) from cards")).isZero();
        }
    }
}
