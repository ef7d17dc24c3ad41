package dev.signalman.engine.keys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.engine.Backlog;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.JournalPurge;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.port.Waker;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When woken keys are looked at, for whom, and what happens to a look's decision. */
@OnEachDatabase
final class WakeTest {
    private static final Place HERE = Place.channel("C1");

    private final ManualClock clock = new ManualClock();
    private final InstanceFixture instance;
    private final List<String> told = new CopyOnWriteArrayList<>();

    WakeTest(TestDatabase kind) {
        instance = new InstanceFixture(kind.migrated(JournalModule.MIGRATIONS), clock, new RecordingMessenger());
    }

    @AfterEach
    void close() {
        instance.close();
    }

    private void wakes(Duration after) {
        instance.get(Waker.class).wake(Wake.after(after, ReconcileKey.Kind.TARGET, "t", HERE), SampleInvocations.BOB);
    }

    private void looks() {
        for (int twice = 0; twice < 2; twice++) {
            instance.watch();
            await().until(instance::idle);
        }
    }

    private int due() {
        return instance.get(Backlog.class).due();
    }

    @Test
    void manyWakesAreOneLookOnBehalfOfWhoeverWokeItLast() {
        instance.sees(key -> {
            assertThat(key.waking().by()).isEqualTo(SampleInvocations.BOB);
            assertThat(key.waking().place()).isEqualTo(HERE);
            return new ReconcileResult.Over();
        });
        for (int n = 0; n < 20; n++) {
            wakes(Duration.ZERO);
        }
        assertThat(due()).isOne();
        looks();
        assertThat(instance.looked).containsExactly("t");
        assertThat(instance.count("SELECT count(*) FROM watches")).isZero();
    }

    @Test
    void whatALaterWakeDoesNotTellStaysAsItWasTold() {
        var waker = instance.get(Waker.class);
        waker.wake(Wake.now(ReconcileKey.Kind.TARGET, "t", HERE, "Rerun by Bob"), SampleInvocations.BOB);
        waker.wake(Wake.now(ReconcileKey.Kind.TARGET, "t", Place.NOWHERE), Actor.NOBODY);
        instance.sees(key -> {
            told.add(key.waking().by() + " " + key.waking().place() + " "
                    + key.waking().note());
            return new ReconcileResult.Over();
        });
        looks();
        assertThat(told).containsExactly(SampleInvocations.BOB + " " + HERE + " Rerun by Bob");
    }

    @Test
    void aKeyThatIsWokenAfterItsTimeIsNotForgotten() {
        instance.sees(key -> new ReconcileResult.Done(
                "done", Outcome.nothing(), clock.instant().plus(Duration.ofHours(1))));
        wakes(Duration.ZERO);
        looks();
        clock.pass(Duration.ofHours(2));
        wakes(Duration.ZERO);
        instance.get(JournalPurge.class).run();
        looks();
        assertThat(instance.looked).containsExactly("t", "t");
        clock.pass(Duration.ofHours(2));
        instance.get(JournalPurge.class).run();
        assertThat(instance.count("SELECT count(*) FROM watches")).isZero();
    }

    @Test
    void theEarliestWakeCounts() {
        instance.sees(key -> new ReconcileResult.Over());
        wakes(Duration.ofHours(1));
        wakes(Duration.ofMinutes(1));
        wakes(Duration.ofHours(2));
        looks();
        assertThat(instance.looked).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        looks();
        assertThat(instance.looked).containsExactly("t");
    }

    @Test
    void whatIsWokenWhileItIsLookedAtIsLookedAtAgain() throws InterruptedException {
        var looking = new CountDownLatch(1);
        var woken = new CountDownLatch(1);
        instance.sees(key -> {
            looking.countDown();
            try {
                woken.await();
            } catch (InterruptedException closed) {
                throw new IllegalStateException(closed);
            }
            return new ReconcileResult.Over();
        });
        wakes(Duration.ZERO);
        instance.watch();
        looking.await();
        wakes(Duration.ZERO);
        woken.countDown();
        await().until(instance::idle);
        assertThat(instance.count("SELECT count(*) FROM watches")).isOne();
        looks();
        assertThat(instance.looked).containsExactly("t", "t");
        assertThat(instance.count("SELECT count(*) FROM watches")).isZero();
    }

    @Test
    void whatSleepsUntilThenIsLookedAtThenHoweverFarTheClockWent() {
        var end = clock.instant().plus(Duration.ofHours(4));
        instance.sees(
                key -> clock.instant().isBefore(end) ? new ReconcileResult.Asleep(end) : new ReconcileResult.Over());
        wakes(Duration.ZERO);
        instance.watch();
        await().until(instance::idle);
        clock.pass(Duration.ofHours(5)); // before the long sleep is recorded
        looks();
        looks();
        assertThat(instance.looked).containsExactly("t", "t");
    }

    @Test
    void theActThatALookDecidesOnIsDoneOnceAndWakesItsKey() {
        instance.works(claim -> {
            var act = requireNonNull(claim.pending());
            instance.journal().sending(claim, act.act());
            instance.journal().settle(claim, act.act(), ActResult.done("Done"), SampleInvocations.DONE);
        });
        var decided = new AtomicInteger();
        instance.sees(key -> decided.incrementAndGet() == 1
                ? ReconcileResult.changed("acting", Outcome.act(new ListProjects()), Duration.ofHours(1))
                : new ReconcileResult.Over());
        wakes(Duration.ZERO);
        looks();
        instance.sweep();
        await().until(() -> instance.count("SELECT count(*) FROM acts WHERE state = 'done'") == 1);
        looks();
        assertThat(decided.get()).as("an hour did not go by").isEqualTo(2);
        assertThat(instance.worked)
                .singleElement()
                .satisfies(claim -> assertThat(claim.invocation().actor()).isEqualTo(SampleInvocations.BOB));
    }

    @Test
    void whatALookRestedOnAndIsNotSoAnyMoreIsLookedAtAgain() {
        var looks = new AtomicInteger();
        instance.sees(key -> new ReconcileResult.Over(
                looks.incrementAndGet() == 1
                        ? Outcome.nothing().with(connection -> {
                            throw new StaleDecisionException("It");
                        })
                        : Outcome.nothing()));
        wakes(Duration.ZERO);
        looks();
        assertThat(looks.get()).isEqualTo(2);
        assertThat(instance.count("SELECT count(*) FROM watches")).isZero();
    }
}
