package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.StaleException;
import dev.signalman.dispatch.Wake;
import dev.signalman.dispatch.Waker;
import dev.signalman.dispatch.Watched;
import dev.signalman.domain.Place;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys that are woken: when they are looked at, on whose behalf, and what becomes of what a look decides. */
@OnEachDatabase
final class WakeTest {
    private static final Place HERE = Place.channel("C1");

    private final MovedClock clock = new MovedClock();
    private final Station station;

    WakeTest(TestDatabase kind) {
        station = new Station(kind.migrated(JournalModule.MIGRATIONS), clock, new NotedMessenger());
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void wakes(Duration after) {
        station.get(Waker.class).wake(new Wake(Watched.Kind.TARGET, "t", HERE, after), Said.BOB);
    }

    private void looks() {
        for (int twice = 0; twice < 2; twice++) {
            station.watch();
            await().until(station::idle);
        }
    }

    private int due() {
        return station.get(Backlog.class).due();
    }

    @Test
    void manyWakesAreOneLookOnBehalfOfWhoeverWokeItLast() {
        station.sees(watched -> {
            assertThat(watched.waking().by()).isEqualTo(Said.BOB);
            assertThat(watched.waking().place()).isEqualTo(HERE);
            return new Look.Over();
        });
        for (int n = 0; n < 20; n++) {
            wakes(Duration.ZERO);
        }
        assertThat(due()).isOne();
        looks();
        assertThat(station.looked).containsExactly("t");
        assertThat(station.count("SELECT count(*) FROM watches")).isZero();
    }

    @Test
    void theEarliestWakeCounts() {
        station.sees(watched -> new Look.Over());
        wakes(Duration.ofHours(1));
        wakes(Duration.ofMinutes(1));
        wakes(Duration.ofHours(2));
        looks();
        assertThat(station.looked).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        looks();
        assertThat(station.looked).containsExactly("t");
    }

    @Test
    void whatIsWokenWhileItIsLookedAtIsLookedAtAgain() throws InterruptedException {
        var looking = new CountDownLatch(1);
        var woken = new CountDownLatch(1);
        station.sees(watched -> {
            looking.countDown();
            try {
                woken.await();
            } catch (InterruptedException closed) {
                throw new IllegalStateException(closed);
            }
            return new Look.Over();
        });
        wakes(Duration.ZERO);
        station.watch();
        looking.await();
        wakes(Duration.ZERO);
        woken.countDown();
        await().until(station::idle);
        assertThat(station.count("SELECT count(*) FROM watches")).isOne();
        looks();
        assertThat(station.looked).containsExactly("t", "t");
        assertThat(station.count("SELECT count(*) FROM watches")).isZero();
    }

    @Test
    void whatSleepsUntilThenIsLookedAtThenHoweverFarTheClockWent() {
        var end = clock.instant().plus(Duration.ofHours(4));
        station.sees(watched -> clock.instant().isBefore(end) ? new Look.Asleep(end) : new Look.Over());
        wakes(Duration.ZERO);
        station.watch();
        await().until(station::idle);
        clock.pass(Duration.ofHours(5)); // before it was written down that nothing is to be done until then
        looks();
        looks();
        assertThat(station.looked).containsExactly("t", "t");
    }

    @Test
    void theActThatALookDecidesOnIsDoneOnceAndWakesItsKey() {
        station.works(claim -> {
            var act = claim.pending();
            assertThat(act).isNotNull();
            station.journal().sending(claim, act.act());
            station.journal().settle(claim, act.act(), Carried.done("Done"), Said.DONE);
        });
        var decided = new AtomicInteger();
        station.sees(watched -> decided.incrementAndGet() == 1
                ? Look.changed("acting", Outcome.act(new ListProjects()), Duration.ofHours(1))
                : new Look.Over());
        wakes(Duration.ZERO);
        looks();
        station.sweep();
        await().until(() -> station.count("SELECT count(*) FROM acts WHERE state = 'done'") == 1);
        looks();
        assertThat(decided.get()).as("an hour did not go by").isEqualTo(2);
        assertThat(station.worked)
                .singleElement()
                .satisfies(claim -> assertThat(claim.invocation().actor()).isEqualTo(Said.BOB));
    }

    @Test
    void whatALookRestedOnAndIsNotSoAnyMoreIsLookedAtAgain() {
        var looks = new AtomicInteger();
        station.sees(watched -> new Look.Over(
                looks.incrementAndGet() == 1
                        ? Outcome.nothing().with(connection -> {
                            throw new StaleException("It");
                        })
                        : Outcome.nothing()));
        wakes(Duration.ZERO);
        looks();
        assertThat(looks.get()).isEqualTo(2);
        assertThat(station.count("SELECT count(*) FROM watches")).isZero();
    }
}
