package dev.signalman.feature.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Actor;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.Project;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.feature.subscriptions.Subscription.Maker;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of subscriptions, on every database. */
@OnEachDatabase
class SubscriptionStoresTest {
    private static final Project WEB = new Project("p-1", "web", "", "", "");
    private static final Actor ALICE = new Actor("U0ALICE", "Alice", null);
    private static final Actor BOB = new Actor("U0BOB", "Bob", null);
    private static final SubscriptionFilter TURNS = new SubscriptionFilter(
            new RefPattern("/^rel\\d/"),
            Set.of(PipelineEnding.FIXED, PipelineEnding.BROKEN),
            "deploy.yml",
            false,
            true,
            true);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final Database database;
    private final Jdbi jdbi;
    private final JdbiSubscriptions made;
    private final PausedChannels paused;

    SubscriptionStoresTest(TestDatabase kind) {
        database = kind.open(SubscriptionsModule.MIGRATIONS);
        jdbi = database.jdbi();
        made = new JdbiSubscriptions(jdbi, clock);
        paused = new PausedChannels(jdbi, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(RowChange row) {
        jdbi.useTransaction(handle -> {
            row.write(handle);
        });
    }

    @Test
    void aSubscriptionComesBackAsItWasMade() {
        write(made.making("C1", WEB, TURNS, ALICE));
        write(made.making("C2", WEB, SubscriptionFilter.ALL, BOB));

        var back = made.inChannel("C1");
        assertThat(back).hasSize(1);
        assertThat(back.get(0).wanted()).isEqualTo(TURNS);
        assertThat(back.get(0).maker()).isEqualTo(new Maker("U0ALICE", "Alice"));
        assertThat(made.ofProject("p-1")).extracting(Subscription::channel).containsExactlyInAnyOrder("C1", "C2");
        assertThat(made.ofProject("p-2")).isEmpty();
    }

    @Test
    void oneOfTheSameFiltersIsChangedAndRemovedByItsId() {
        write(made.making("C1", WEB, SubscriptionFilter.ALL, ALICE));
        var live = new SubscriptionFilter(null, Set.of(), null, true, false, false);
        write(made.making("C1", WEB, live, BOB));
        write(made.making("C1", WEB, TURNS, ALICE));

        assertThat(made.inChannel("C1")).extracting(Subscription::wanted).containsExactlyInAnyOrder(live, TURNS);

        write(made.removing(made.inChannel("C1").stream()
                .filter(each -> each.wanted().equals(live))
                .toList()));
        assertThat(made.inChannel("C1")).extracting(Subscription::wanted).containsExactly(TURNS);
    }

    @Test
    void aChannelIsPausedByOneAloneAndMayBePausedAgain() {
        var told = clock.instant();
        assertThat(paused.holds("C1")).isFalse();
        write(paused.pausing("C1", "is_archived", told));
        assertThat(paused.holds("C1")).isTrue();
        assertThatThrownBy(() -> write(paused.pausing("C1", "is_archived", told)))
                .as("somebody else paused it meanwhile")
                .isInstanceOf(Exception.class);

        write(paused.resuming("C1"));
        assertThat(paused.holds("C1")).isFalse();
        clock.advance(Duration.ofHours(1));
        write(paused.pausing("C1", "channel_not_found", told));
        var pausing = Objects.requireNonNull(paused.of("C1"));
        assertThat(pausing.why()).isEqualTo("channel_not_found");
        assertThat(pausing.since()).isEqualTo(clock.instant());
        assertThat(pausing.told()).isEqualTo(told);
    }
}
