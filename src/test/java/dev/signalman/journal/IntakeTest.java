package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
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
    private final NotedMessenger slack = new NotedMessenger();
    private final MovedClock clock = new MovedClock();
    private final Station station;

    IntakeTest(TestDatabase kind) {
        station = new Station(kind.migrated(JournalModule.MIGRATIONS), clock, slack);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void anAnswerReachesTheAskerThroughTheResponseUrl() {
        station.works(claim -> station.journal().conclude(claim, Outcome.deliver(Said.toAsker("It is green"))));
        assertThat(station.intake().take(Said.typed("1", "status web", clock.instant())))
                .isEqualTo(Taking.NEW);
        await().untilAsserted(() -> assertThat(slack.sent()).containsExactly("respond https://hooks/1 It is green"));
        await().untilAsserted(() -> assertThat(station.count("select count(*) from cards where lane is null"))
                .isOne());
        assertThat(station.count("select count(*) from inbox where due_at is null"))
                .isOne();
    }

    @Test
    void theSameEventDeliveredTwiceIsWorkedOnOnce() {
        var event = Said.typed("1", "status web", clock.instant());
        assertThat(station.intake().take(event)).isEqualTo(Taking.NEW);
        assertThat(station.intake().take(event)).isEqualTo(Taking.REPEATED);
        await().untilAsserted(() -> assertThat(station.worked).hasSize(1));
    }

    static Stream<Invocation> anything() {
        var now = new MovedClock().instant();
        return Stream.of(
                Said.pressed("1", "card", "status web \u0001 \uD83D\uDE00", true, now),
                Said.submitted("1", null, "status web", now),
                Said.submitted("1", new Origin.Pressed("card", 0, "", true), "status web", now),
                Said.submitted("1", new Origin.Pressed(null, 0, "Add", false), "status web", now));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void whatIsTakenComesBackAsItWas(Invocation event) {
        station.intake().take(event);
        await().untilAsserted(() -> assertThat(station.worked).hasSize(1));
        station.pass(Duration.ofSeconds(11));
        await().untilAsserted(() -> {
            station.sweep(); // which leaves alone what is still in a worker's hands
            assertThat(station.worked).hasSizeGreaterThan(1);
        });
        assertThat(station.worked.get(1).invocation()).isEqualTo(event);
    }
}
