package dev.signalman.engine.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.chat.MessengerException.Kind;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update whose answer was lost may reach Slack after a later one, which is therefore sent once more. */
@OnEachDatabase
class LateUpdateTest {
    private static final Duration LANDED = Duration.ofSeconds(31);

    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final DatabaseAddress address;
    private InstanceFixture instance;
    private int said;

    LateUpdateTest(TestDatabase kind) {
        address = kind.migrated(JournalModule.MIGRATIONS);
        instance = new InstanceFixture(address, clock, slack);
    }

    @BeforeEach
    void loseAnAnswer() {
        say("queued");
        await().untilAsserted(() -> assertThat(slack.sent("post C1")).hasSize(1));
        later(Duration.ofSeconds(2));
        slack.failNext("update C1", Kind.UNREACHABLE);
        say("running");
        await().until(() -> slack.failedAsTold() && instance.idle());
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void whatWasWrittenLastIsWrittenOnceMoreAndThenNoMore() {
        say("passed");
        updates("passed");
        later(LANDED);
        updates("passed", "passed");
        later(LANDED);
        later(LANDED);
        updates("passed", "passed");
    }

    @Test
    void whatChangesAgainMeanwhileIsWrittenAsItIsThen() {
        later(Duration.ofSeconds(2));
        updates("running");
        later(Duration.ofSeconds(20));
        say("passed");
        updates("running", "passed");
        later(LANDED);
        updates("running", "passed", "passed");
    }

    @Test
    void anotherProcessDoesItWhenThisOneIsGone() {
        say("passed");
        updates("passed");
        instance.close();
        instance = new InstanceFixture(address, clock, slack);
        instance.looksOn();
        later(LANDED);
        updates("passed", "passed");
    }

    @Test
    void anUpdateThatSlackRefusedCannotLandLater() {
        later(Duration.ofSeconds(2));
        updates("running");
        later(LANDED);
        updates("running", "running");
        slack.failNext("update C1", Kind.LIMITED, Duration.ofSeconds(2));
        say("passed");
        await().until(() -> {
            later(Duration.ofMillis(100));
            return slack.failedAsTold();
        });
        later(Duration.ofSeconds(3));
        updates("running", "running", "passed");
        later(LANDED);
        later(LANDED);
        updates("running", "running", "passed");
    }

    private void updates(String... words) {
        await().until(instance::idle);
        await().untilAsserted(() -> {
            if (slack.sent("update C1").size() < words.length) {
                later(Duration.ofMillis(100));
            }
            assertThat(slack.sent("update C1 1.0 ").stream().map(each -> each.substring("update C1 1.0 ".length())))
                    .containsExactly(words);
        });
    }

    private void say(String words) {
        instance.works(claim -> instance.journal()
                .conclude(claim, Outcome.deliver(SampleInvocations.pipeline("C1", "p", null, words))));
        instance.intake().take(SampleInvocations.typed("said" + ++said, "status", clock.instant()));
        await().until(() -> instance.count("select count(*) from inbox where due_at is not null") == 0);
    }

    private void later(Duration time) {
        instance.pass(time);
        instance.pump();
        await().until(instance::idle);
    }
}
