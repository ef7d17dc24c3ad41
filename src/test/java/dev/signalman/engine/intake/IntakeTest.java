package dev.signalman.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnEachDatabase
class IntakeTest {
    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final InstanceFixture instance;

    IntakeTest(TestDatabase kind) {
        instance = new InstanceFixture(kind.migrated(JournalModule.MIGRATIONS), clock, slack);
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void anAnswerReachesTheAskerThroughTheResponseUrl() {
        instance.works(
                claim -> instance.journal().conclude(claim, Outcome.deliver(SampleInvocations.toAsker("It is green"))));
        assertThat(instance.intake().take(SampleInvocations.typed("1", "status web", clock.instant())))
                .isEqualTo(Taking.NEW);
        await().untilAsserted(() -> assertThat(slack.sent()).containsExactly("respond https://hooks/1 It is green"));
        await().untilAsserted(() -> assertThat(instance.count("select count(*) from cards where lane is null"))
                .isOne());
        assertThat(instance.count("select count(*) from inbox where due_at is null"))
                .isOne();
    }

    @Test
    void theSameEventDeliveredTwiceIsWorkedOnOnce() {
        var event = SampleInvocations.typed("1", "status web", clock.instant());
        assertThat(instance.intake().take(event)).isEqualTo(Taking.NEW);
        assertThat(instance.intake().take(event)).isEqualTo(Taking.REPEATED);
        await().untilAsserted(() -> assertThat(instance.worked).hasSize(1));
    }

    static Stream<Invocation> anything() {
        var now = new ManualClock().instant();
        return Stream.of(
                SampleInvocations.pressed("1", "card", "status web \u0001 \uD83D\uDE00", true, now),
                SampleInvocations.submitted("1", null, "status web", now),
                SampleInvocations.submitted("1", new Origin.Pressed("card", 0, "", true), "status web", now),
                SampleInvocations.submitted("1", new Origin.Pressed(null, 0, "Add", false), "status web", now));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void whatIsTakenComesBackAsItWas(Invocation event) {
        instance.intake().take(event);
        await().untilAsserted(() -> assertThat(instance.worked).hasSize(1));
        instance.pass(Duration.ofSeconds(11));
        await().untilAsserted(() -> {
            instance.sweep(); // which ignores work that a thread still holds
            assertThat(instance.worked).hasSizeGreaterThan(1);
        });
        assertThat(instance.worked.get(1).invocation()).isEqualTo(event);
    }
}
