package dev.signalman.engine.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an instance does to Slack while another takes it for dead. */
@OnEachDatabase
class DuplicatePostRepairTest {
    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final InstanceFixture sleeper;
    private final InstanceFixture heir;

    DuplicatePostRepairTest(TestDatabase kind) {
        var address = kind.migrated(JournalModule.MIGRATIONS);
        sleeper = new InstanceFixture(address, clock, slack);
        heir = new InstanceFixture(address, clock, slack);
    }

    @AfterEach
    void close() {
        heir.close();
        sleeper.close();
    }

    @Test
    void duplicateCardIsClosedWhereItIsNotUpdatedAnyMore() {
        slack.duringNextPost(this::takeOver);
        say("queued");
        await().untilAsserted(
                        () -> assertThat(slack.sent("post C1")).containsExactly("post C1 queued", "post C1 queued"));
        await().until(sleeper::idle);
        later();
        await().untilAsserted(() -> assertThat(slack.sent("update C1"))
                .containsExactly("update C1 1.0 This card was posted twice. The other one is kept up to date."));
        say("passed");
        later();
        await().untilAsserted(() -> assertThat(slack.sent("update C1 2.0")).containsExactly("update C1 2.0 passed"));
    }

    @Test
    void cardsThatAPausedInstanceMayHaveOverwrittenAreSentAgain() {
        say("queued");
        await().untilAsserted(() -> assertThat(slack.sent("post C1")).hasSize(1));
        await().until(sleeper::idle);
        var key = DerivedIds.pipeline("C1", "p");
        assertThat(again(sleeper, key, false)).as("its own lane").isZero();
        takeOver();
        say("passed"); // the new owner notices when it publishes
        later();
        await().untilAsserted(() -> assertThat(slack.sent("update C1")).containsExactly("update C1 1.0 passed"));
        assertThat(again(sleeper, key, true)).as("a lane that was lost").isZero();
        assertThat(again(sleeper, key, false)).isOne();
        later();
        await().untilAsserted(() ->
                assertThat(slack.sent("update C1")).containsExactly("update C1 1.0 passed", "update C1 1.0 passed"));
    }

    private static int again(InstanceFixture instance, String key, boolean mine) {
        return instance.database.inTransaction(
                handle -> instance.get(DuplicatePostRepair.class).sendAgain(handle, "C1", List.of(key), mine));
    }

    private void takeOver() {
        heir.looksOn();
        heir.pump();
        await().until(heir::idle);
        assertThat(heir.get(CardQueue.class).lease("C1")).isNotEqualTo(CardQueue.Lease.ANOTHERS);
    }

    private void say(String words) {
        sleeper.works(claim ->
                sleeper.journal().conclude(claim, Outcome.deliver(SampleInvocations.pipeline("C1", "p", null, words))));
        sleeper.intake().take(SampleInvocations.typed(words, "status", clock.instant()));
        await().until(() -> sleeper.count("select count(*) from inbox where due_at is not null") == 0);
    }

    private void later() {
        heir.pass(Duration.ofSeconds(2));
        heir.pump();
        await().until(heir::idle);
    }
}
