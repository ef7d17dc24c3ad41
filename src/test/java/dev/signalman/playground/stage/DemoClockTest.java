package dev.signalman.playground.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DemoClockTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-25T07:00:00Z");

    private final SettableClock truth = new SettableClock(NOON);
    private final DemoClock clock = DemoClock.standingAt(MORNING, truth);

    @Test
    void standsStillUntilItRuns() {
        truth.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(MORNING);
        clock.pause(false);
        truth.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(MORNING.plusSeconds(5));
    }

    @Test
    void changesOfItsCourseNeverMakeItJump() {
        clock.pause(false);
        clock.speed(10);
        truth.advance(Duration.ofSeconds(3));
        clock.speed(0.5);
        assertThat(clock.instant()).isEqualTo(MORNING.plusSeconds(30));
        truth.advance(Duration.ofSeconds(2));
        assertThat(clock.instant()).isEqualTo(MORNING.plusSeconds(31));
        clock.pause(true);
        truth.advance(Duration.ofSeconds(100));
        clock.step(Duration.ofSeconds(9));
        assertThat(clock.instant()).isEqualTo(MORNING.plusSeconds(40));
    }

    @Test
    void neverGoesBackWhenTheTrueClockDoes() {
        clock.pause(false);
        truth.set(NOON.minusSeconds(60));
        assertThat(clock.instant()).isEqualTo(MORNING);
    }
}
