package dev.signalman.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.inbox.InboxClaims;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One person's flood delays only that person, on every database. */
@OnEachDatabase
class FairQueueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ManualClock clock = new ManualClock();
    private final TestDatabase kind;

    FairQueueTest(TestDatabase kind) {
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

    private static List<String> people(InstanceFixture instance) {
        return instance.worked.stream()
                .map(claim -> claim.invocation().actor().userId())
                .toList();
    }

    @Test
    void whoAsksOnceIsAnsweredWhileAHundredSlowOnesOfAnotherAreUnderWay() throws Exception {
        var gate = new CountDownLatch(1);
        try (var instance =
                new InstanceFixture(kind.migrated(JournalModule.MIGRATIONS), clock, new RecordingMessenger())) {
            instance.works(claim -> {
                if (claim.invocation().actor().userId().equals("U0FLOOD")) {
                    await().atMost(PATIENCE.plus(PATIENCE)).until(() -> gate.getCount() == 0);
                }
            });
            for (int n = 0; n < 100; n++) {
                instance.intake().take(of("U0FLOOD", n));
            }
            await().atMost(PATIENCE).until(() -> people(instance).contains("U0FLOOD"));
            instance.intake().take(of("U0BOB", 1));
            await().atMost(PATIENCE).until(() -> people(instance).contains("U0BOB"));
            gate.countDown();
            await().atMost(PATIENCE).until(() -> people(instance).size() == 101);
        }
    }

    @Test
    void ofWhatWaitsInTheDatabaseEachPersonGetsAShare() throws Exception {
        var address = kind.migrated(JournalModule.MIGRATIONS);
        try (var busy = new InstanceFixture(address, clock, new RecordingMessenger())) {
            busy.get(WorkerPool.class).stop(); // leaves all work in the database
            for (int n = 0; n < 60; n++) {
                busy.intake().take(of("U0FLOOD", n));
            }
            clock.pass(Duration.ofSeconds(1));
            busy.intake().take(of("U0BOB", 1));
            busy.intake().take(of("U0CAROL", 1));
            List<String> claimed =
                    busy
                            .database
                            .inTransaction(handle -> busy.get(InboxClaims.class).due(handle, 9))
                            .stream()
                            .map(claim -> claim.invocation().actor().userId())
                            .toList();
            assertThat(claimed).contains("U0BOB", "U0CAROL").hasSizeLessThanOrEqualTo(9);
            assertThat(claimed.stream().filter("U0FLOOD"::equals)).hasSize(3);
        }
    }
}
