package dev.signalman.engine.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.chat.MessengerException.Kind;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.domain.PipelineState;
import dev.signalman.engine.Backlog;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.engine.SamplePipelineCards;
import dev.signalman.engine.lease.Heartbeat;
import dev.signalman.engine.timing.BotTempo.SendRate;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances share ten updates a minute, of which running pipelines may use eight, and ageing cards five. */
@OnEachDatabase
final class UpdateBudgetTest {
    private static final SendRate TEN = new SendRate(Duration.ofSeconds(1), Duration.ofSeconds(1), 10);

    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final DatabaseAddress address;
    private final InstanceFixture first;
    private final InstanceFixture second;
    private int said;

    UpdateBudgetTest(TestDatabase kind) {
        address = kind.migrated(JournalModule.MIGRATIONS);
        first = new InstanceFixture(address, clock, slack, TEN);
        second = new InstanceFixture(address, clock, slack, TEN);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void updatesOfEndedPipelinesGoBeforeThoseOfRunningOnes() {
        posted(12);
        become(PipelineState.RUNNING, 1, 12);
        sent(8); // a fifth is reserved for ends
        later(Duration.ofSeconds(5));
        become(PipelineState.DONE, 10, 12);
        sent(10); // ends are sent at once, as far as the budget allows
        later(Duration.ofSeconds(54));
        sent(10);
        later(Duration.ofSeconds(4));
        await().untilAsserted(() -> assertThat(shown()).containsOnly("done", "running"));
        assertThat(slack.sent("update C12 ")).last().asString().contains("DONE");
        assertThat(first.count("select count(*) from cards where lane is not null"))
                .isZero();
    }

    @Test
    void whatRunsGoesBeforeWhatIsQueuedAndThenWhatHasWaitedLongest() {
        posted(12);
        become(PipelineState.RUNNING, 1, 1);
        later(Duration.ofSeconds(10));
        become(PipelineState.RUNNING, 2, 2);
        later(Duration.ofSeconds(10));
        become(PipelineState.RUNNING, 3, 8);
        become(PipelineState.WAITING, 9, 9);
        later(Duration.ofSeconds(1));
        become(PipelineState.STOPPING, 10, 10);
        later(Duration.ofSeconds(1));
        become(PipelineState.RUNNING, 11, 11);
        sent(8);
        later(Duration.ofSeconds(41));
        sent(9);
        assertThat(channels().subList(8, 9)).containsExactly("C10");
        later(Duration.ofSeconds(10));
        sent(10);
        assertThat(channels().subList(8, 10)).containsExactly("C10", "C11");
        later(Duration.ofSeconds(10));
        sent(11);
        assertThat(channels().subList(8, 11)).containsExactly("C10", "C11", "C9");
    }

    @Test
    void updatesOfElapsedTimeTakeHalfTheBudgetAndDelayNothing() {
        posted(12);
        later(Duration.ofSeconds(5));
        first.sees(key -> key.kind() == ReconcileKey.Kind.PROJECT
                ? new ReconcileResult.Unchanged(Duration.ofDays(1))
                : older(key.id()));
        first.watch();
        settled();
        first.watch();
        settled();
        sent(5);
        later(Duration.ofSeconds(2));
        sent(5);
        assertThat(first.get(Backlog.class).oldestUnshown()).isZero();
        become(PipelineState.RUNNING, 1, 12);
        sent(8);
        later(Duration.ofSeconds(7));
        assertThat(first.get(Backlog.class).oldestUnshown()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(10));
    }

    private ReconcileResult older(String id) {
        var card = SamplePipelineCards.card(id, PipelineState.QUEUING, null, clock.instant());
        return new ReconcileResult.Changed(
                "older", Outcome.deliver(new Delivery.PipelineEverywhere(id, card)), Duration.ofMinutes(1), true);
    }

    @Test
    void aWaitThatSlackAsksOfOneHoldsForTheOtherAndForUpdatesAlone() {
        posted(2);
        slack.failNext("update", Kind.LIMITED, Duration.ofSeconds(30));
        become(PipelineState.RUNNING, 1, 1);
        become(PipelineState.RUNNING, 2, 2);
        say(second, SampleInvocations.toChannel("C2", "news"));
        later(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(slack.sent("post C2 news")).hasSize(1));
        later(Duration.ofSeconds(28));
        assertThat(updates()).isEmpty();
        later(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(updates()).hasSize(2));
    }

    @Test
    void whatWasSpentIsSpentForWhoeverComesLater() {
        posted(12);
        become(PipelineState.DONE, 1, 12);
        sent(10);
        first.kill();
        second.kill();
        try (var third = new InstanceFixture(address, clock, slack, TEN)) {
            for (int beats = 0; beats < 6; beats++) {
                third.pass(Duration.ofSeconds(2));
            }
            third.pump();
            await().until(third::idle);
            assertThat(updates()).hasSize(10);
            third.pass(Duration.ofSeconds(52));
            third.pump();
            await().untilAsserted(() -> assertThat(updates()).hasSize(12));
        }
    }

    @Test
    void aClockThatIsSetBackHoldsUpNothing() {
        posted(12);
        become(PipelineState.DONE, 1, 10);
        sent(10);
        later(Duration.ofHours(-1));
        saysOf(second, 12, PipelineState.DONE, Duration.ofHours(2));
        later(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(updates()).hasSize(11));
    }

    @Test
    void aWaitThatWasAskedForBeforeTheClockWasSetBackIsNotKept() {
        posted(2);
        slack.failNext("update", Kind.LIMITED, Duration.ofSeconds(30));
        become(PipelineState.RUNNING, 1, 1);
        later(Duration.ofHours(-1));
        saysOf(second, 2, PipelineState.DONE, Duration.ofHours(2));
        later(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(updates()).anyMatch(each -> each.contains("C2")));
    }

    @Test
    void whatWasGrantedByAClockThatIsALittleAheadIsSpent() {
        posted(12);
        become(PipelineState.DONE, 1, 10);
        sent(10);
        later(Duration.ofSeconds(-3));
        saysOf(second, 12, PipelineState.DONE, Duration.ofMinutes(1));
        later(Duration.ofSeconds(1));
        sent(10);
    }

    /** Exactly this many updates are sent. */
    private void sent(int updates) {
        await().untilAsserted(() -> {
            later(Duration.ZERO);
            assertThat(updates()).hasSize(updates);
        });
        later(Duration.ZERO);
        assertThat(updates()).hasSize(updates);
    }

    /** Posts cards in separate channels, half of them per instance. */
    private void posted(int most) {
        for (int n = 1; n <= most; n++) {
            say(owner(n), SamplePipelineCards.at("C" + n, "p" + n, PipelineState.QUEUING, clock.instant()));
        }
        await().untilAsserted(() -> assertThat(slack.sent("post")).hasSize(most));
        await().untilAsserted(() -> assertThat(first.count("select count(*) from cards where lane is not null"))
                .isZero());
    }

    private void become(PipelineState state, int from, int to) {
        for (int n = from; n <= to; n++) {
            saysOf(owner(n), n, state, Duration.ZERO);
        }
        settled();
        later(Duration.ofMillis(1));
    }

    private void saysOf(InstanceFixture instance, int n, PipelineState state, Duration ahead) {
        say(
                instance,
                SamplePipelineCards.at("C" + n, "p" + n, state, clock.instant().plus(ahead)));
    }

    private InstanceFixture owner(int n) {
        return n % 2 == 0 ? second : first;
    }

    private void say(InstanceFixture instance, Delivery delivery) {
        var id = "said" + ++said;
        instance.works(claim -> instance.journal().conclude(claim, Outcome.deliver(delivery)));
        instance.intake().take(SampleInvocations.typed(id, "status", clock.instant()));
        await().untilAsserted(() -> assertThat(
                        first.count("select count(*) from inbox where due_at is null and id = '" + id + "'"))
                .isOne());
    }

    private void later(Duration time) {
        clock.pass(time);
        for (int n = 0; n < 2; n++) {
            List.of(first, second).forEach(instance -> {
                instance.get(Heartbeat.class).beat();
                instance.pump();
            });
            settled();
        }
    }

    private void settled() {
        await().until(() -> first.idle() && second.idle());
    }

    private List<String> updates() {
        return slack.sent("update");
    }

    private List<String> channels() {
        return updates().stream()
                .map(update -> update.substring("update ".length(), update.indexOf(' ', "update ".length())))
                .toList();
    }

    /** The newest update of each card. */
    private List<String> shown() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(n -> slack.sent("update C" + n + " "))
                .map(each ->
                        each.isEmpty() ? "nothing" : each.get(each.size() - 1).contains("DONE") ? "done" : "running")
                .toList();
    }
}
