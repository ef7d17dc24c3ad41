package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One person's flood delays that person alone, on every database. */
@OnEachDatabase
class FairTurnsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MovedClock clock = new MovedClock();
    private final TestDatabase kind;

    FairTurnsTest(TestDatabase kind) {
        this.kind = kind;
    }

    private Invocation of(String person, int n) {
        return new Invocation(
                "command:" + person + n,
                new Actor(person, person, null),
                Place.channel("C1"),
                "help",
                new Origin.Typed(),
                clock.instant(),
                null);
    }

    private static List<String> people(Station station) {
        return station.worked.stream()
                .map(claim -> claim.invocation().actor().userId())
                .toList();
    }

    @Test
    void whoAsksOnceIsAnsweredWhileAHundredSlowOnesOfAnotherAreUnderWay() throws Exception {
        var gate = new CountDownLatch(1);
        try (var station = new Station(kind.migrated(JournalModule.MIGRATIONS), clock, new NotedMessenger())) {
            station.works(claim -> {
                if (claim.invocation().actor().userId().equals("U0FLOOD")) {
                    await().atMost(PATIENCE.plus(PATIENCE)).until(() -> gate.getCount() == 0);
                }
            });
            for (int n = 0; n < 100; n++) {
                station.intake().take(of("U0FLOOD", n));
            }
            await().atMost(PATIENCE).until(() -> people(station).contains("U0FLOOD"));
            station.intake().take(of("U0BOB", 1));
            await().atMost(PATIENCE).until(() -> people(station).contains("U0BOB"));
            gate.countDown();
            await().atMost(PATIENCE).until(() -> people(station).size() == 101);
        }
    }

    @Test
    void ofWhatWaitsInTheDatabaseEachPersonGetsAShare() throws Exception {
        var address = kind.migrated(JournalModule.MIGRATIONS);
        try (var busy = new Station(address, clock, new NotedMessenger())) {
            busy.get(Workers.class).stop(); // so that all is left in the database
            for (int n = 0; n < 60; n++) {
                busy.intake().take(of("U0FLOOD", n));
            }
            clock.pass(Duration.ofSeconds(1));
            busy.intake().take(of("U0BOB", 1));
            busy.intake().take(of("U0CAROL", 1));
            List<String> claimed = busy
                    .database
                    .inTransaction(handle -> busy.get(Claims.class).due(handle, 9))
                    .stream()
                    .map(claim -> claim.invocation().actor().userId())
                    .toList();
            assertThat(claimed).contains("U0BOB", "U0CAROL").hasSizeLessThanOrEqualTo(9);
            assertThat(claimed.stream().filter("U0FLOOD"::equals)).hasSize(3);
        }
    }
}
