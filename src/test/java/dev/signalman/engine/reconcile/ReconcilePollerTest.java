package dev.signalman.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Place;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.JournalPurge;
import dev.signalman.engine.Lifecycle;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.engine.SamplePipelineCards;
import dev.signalman.engine.lease.Heartbeat;
import dev.signalman.port.Watches;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances watch the same pipelines. */
@OnEachDatabase
final class ReconcilePollerTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final InstanceFixture first;
    private final InstanceFixture second;
    private int said;

    ReconcilePollerTest(TestDatabase kind) {
        DatabaseAddress address = kind.migrated(JournalModule.MIGRATIONS);
        first = new InstanceFixture(address, clock, slack);
        second = new InstanceFixture(address, clock, slack);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void aPipelineIsLookedAtOnceAnIntervalHoweverManyCardsAndInstancesThereAre() {
        shown(Stream.of("C1", "C2", "C3", "C4", "C5")
                .map(channel -> SamplePipelineCards.at(channel, "p", PipelineState.RUNNING, clock.instant()))
                .toArray(Delivery[]::new));
        bothWake();
        assertThat(looked("p")).as("its card is fresh").isZero();
        for (int interval = 1; interval <= 4; interval++) {
            pass(INTERVAL);
            bothWake();
            bothWake();
            assertThat(looked("p")).isEqualTo(interval);
        }
        assertThat(first.count("select count(*) from inbox"))
                .as("no row is written for a look")
                .isOne();
    }

    @Test
    void whatChangedIsWrittenOnAllItsCardsAndWhatFollowsFollowsOnce() {
        shown(
                SamplePipelineCards.at("C1", "p", PipelineState.QUEUING, clock.instant()),
                SamplePipelineCards.at("C2", "p", PipelineState.QUEUING, clock.instant()));
        pass(INTERVAL);
        var card = SamplePipelineCards.card("p", PipelineState.RUNNING, null, clock.instant());
        var outcome = Outcome.deliver(new Delivery.PipelineEverywhere("p", card))
                .then(FollowUp.now(new ListProjects(), Place.channel("")));
        sees(new ReconcileResult.Changed("running", outcome, INTERVAL, false));
        bothWake();
        first.pump();
        second.pump();
        await().untilAsserted(() -> assertThat(slack.sent("update")).hasSize(2));
        assertThat(first.count("select count(*) from inbox")).isEqualTo(2);
        assertThat(first.count("select count(*) from watches where seen = 'running'"))
                .isOne();
    }

    @Test
    void whatIsDoneIsKeptForADayAndNotLookedAtAnyMore() {
        shown(SamplePipelineCards.at("C1", "p", PipelineState.RUNNING, clock.instant()));
        pass(INTERVAL);
        sees(new ReconcileResult.Done("done", Outcome.nothing(), clock.instant().plus(Duration.ofDays(1))));
        bothWake();
        pass(Duration.ofHours(23));
        bothWake();
        assertThat(looked("p")).isOne();
        assertThat(first.get(Watches.class).of("web")).containsExactly(new Watches.Member("p", "workflow of p"));
        pass(Duration.ofHours(1));
        assertThat(first.get(Watches.class).of("web")).isEmpty();
        first.get(JournalPurge.class).run();
        assertThat(first.count("select count(*) from watches where kind = 'PIPELINE'"))
                .isZero();
    }

    @Test
    void whatEndedYesterdayIsNotWatchedButWhatEndedTodayIsKept() {
        shown(
                SamplePipelineCards.ended("C1", "old", clock.instant().minus(Duration.ofHours(25))),
                SamplePipelineCards.ended("C1", "new", clock.instant().minus(Duration.ofHours(1))));
        assertThat(first.get(Watches.class).of("web"))
                .extracting(Watches.Member::pipelineId)
                .containsExactly("new");
        pass(INTERVAL);
        bothWake();
        assertThat(looked("new")).isZero();
        pass(INTERVAL.multipliedBy(5));
        bothWake();
        assertThat(looked("web")).as("its project is looked through").isOne();
    }

    @Test
    void aProjectIsForgottenWhenNoneOfItsPipelinesIsWatchedAndNotBefore() {
        shown(SamplePipelineCards.at("C1", "p", PipelineState.RUNNING, clock.instant()));
        pass(INTERVAL.multipliedBy(6));
        sees(new ReconcileResult.Over());
        bothWake();
        bothWake();
        assertThat(first.count("select count(*) from watches where kind = 'PIPELINE'"))
                .isZero();
        bothWake();
        assertThat(first.count("select count(*) from watches")).isZero();
    }

    @Test
    void aFailedLookIsTriedAgainAndCounted() {
        shown(SamplePipelineCards.at("C1", "p", PipelineState.RUNNING, clock.instant()));
        pass(INTERVAL);
        sees(new ReconcileResult.Failed(INTERVAL));
        bothWake();
        bothWake();
        assertThat(first.count("select misses from watches where id = 'p'")).isOne();
        sees(new ReconcileResult.Unchanged(INTERVAL));
        pass(INTERVAL);
        bothWake();
        bothWake();
        assertThat(looked("p")).isEqualTo(2);
        assertThat(first.count("select misses from watches where id = 'p'")).isZero();
    }

    @Test
    void whatADeadInstanceWasLookingAtIsTakenOverWithinThirtySeconds() throws InterruptedException {
        shown(SamplePipelineCards.at("C1", "p", PipelineState.RUNNING, clock.instant()));
        var stuck = new CountDownLatch(1);
        first.sees(key -> {
            try {
                stuck.await();
            } catch (InterruptedException closed) {
                throw new IllegalStateException(closed);
            }
            return new ReconcileResult.Done("late", Outcome.nothing(), clock.instant());
        });
        pass(INTERVAL);
        first.watch();
        await().until(() -> first.looked.contains("p"));
        second.watch();
        await().until(second::idle);
        assertThat(second.looked).as("the first is alive").doesNotContain("p");
        first.kill();
        var died = clock.instant();
        while (!second.looked.contains("p")) {
            second.pass(Duration.ofSeconds(2));
            second.watch();
            await().until(second::idle);
            assertThat(Duration.between(died, clock.instant())).isLessThan(Duration.ofSeconds(30));
        }
        assertThat(second.looked).contains("p");
        stuck.countDown();
        settled();
        assertThat(second.count("select count(*) from watches where seen = 'late'"))
                .as("what the dead one saw is not written")
                .isZero();
    }

    @Test
    void afterADrainOthersLookAtOnce() throws InterruptedException {
        shown(SamplePipelineCards.at("C1", "p", PipelineState.RUNNING, clock.instant()));
        pass(INTERVAL);
        first.watch();
        await().until(() -> first.looked.contains("p"));
        first.get(Lifecycle.class).drain(Duration.ofSeconds(1));
        pass(INTERVAL);
        second.watch();
        await().until(() -> second.looked.contains("p"));
    }

    private void shown(Delivery... deliveries) {
        var id = "said" + ++said;
        first.works(claim -> first.journal().conclude(claim, Outcome.deliver(deliveries)));
        first.intake().take(SampleInvocations.typed(id, "status", clock.instant()));
        await().untilAsserted(() -> assertThat(
                        first.count("select count(*) from inbox where due_at is null and id = '" + id + "'"))
                .isOne());
        first.pump();
        await().untilAsserted(() -> {
            pass(Duration.ZERO);
            assertThat(slack.sent("post")).isNotEmpty();
        });
    }

    private void sees(ReconcileResult result) {
        first.sees(key -> result);
        second.sees(key -> result);
    }

    private void pass(Duration time) {
        clock.pass(time);
        first.get(Heartbeat.class).beat();
        second.get(Heartbeat.class).beat();
    }

    /** Wakes both; unchanged looks are recorded with the next wake. */
    private void bothWake() {
        for (int i = 0; i < 2; i++) {
            first.watch();
            second.watch();
            settled();
        }
    }

    private void settled() {
        await().until(() -> first.idle() && second.idle());
    }

    private long looked(String id) {
        return Stream.of(first.looked, second.looked)
                .flatMap(List::stream)
                .filter(id::equals)
                .count();
    }
}
