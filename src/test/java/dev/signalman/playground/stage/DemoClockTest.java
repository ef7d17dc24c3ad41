package dev.signalman.playground.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.simulator.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DemoClockTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-25T07:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock truth = new SettableClock(NOON);
    private final DemoClock clock = DemoClock.standingAt(MORNING, truth);

    @Test
    void standsInThePastUntilItIsLive() {
        truth.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(MORNING);
        clock.advance(MINUTE);
        assertThat(clock.instant()).isEqualTo(MORNING.plus(MINUTE));
        assertThat(clock.after(MORNING, MINUTE)).isEqualTo(MORNING.plus(MINUTE));
        clock.live();
        assertThat(clock.instant()).isEqualTo(truth.instant());
        assertThatThrownBy(() -> clock.advance(MINUTE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsTheTrueTimeAtAnySpeedAndWhilePaused() {
        clock.live();
        clock.speed(60);
        truth.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(truth.instant());
        clock.pause(true);
        truth.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(truth.instant());
        clock.step(Duration.ofHours(2));
        assertThat(clock.instant()).isBetween(truth.instant(), truth.instant().plusMillis(1));
    }

    @Test
    void workIsDoneSoonerAtAHigherSpeedAndWhatIsDoneStaysDone() {
        clock.live();
        clock.speed(10);
        var done = clock.after(NOON, MINUTE);
        assertThat(done).isEqualTo(NOON.plusSeconds(6));
        truth.advance(Duration.ofSeconds(9));
        clock.speed(0.5);
        assertThat(clock.after(NOON, MINUTE)).isEqualTo(done);
        assertThat(clock.after(NOON, Duration.ofSeconds(100)))
                .as("90 s of it were done in 9 s, the rest is slow")
                .isEqualTo(NOON.plusSeconds(9 + 20));
    }

    @Test
    void pausedWorkGetsOnlyStepsFurther() {
        clock.live();
        truth.advance(Duration.ofSeconds(10));
        clock.pause(true);
        truth.advance(Duration.ofHours(1));
        assertThat(clock.after(NOON, MINUTE)).isAfter(truth.instant().plus(Duration.ofDays(100)));
        clock.step(Duration.ofSeconds(30));
        assertThat(clock.after(NOON, MINUTE)).isAfter(clock.instant());
        clock.step(Duration.ofSeconds(30));
        assertThat(clock.after(NOON, MINUTE)).isBeforeOrEqualTo(clock.instant());
        assertThat(clock.after(clock.after(NOON, MINUTE), Duration.ofSeconds(5)))
                .as("what comes next gets on with the rest of the step")
                .isBeforeOrEqualTo(clock.instant());
        clock.pause(false);
        assertThat(clock.after(clock.instant(), MINUTE))
                .isEqualTo(clock.instant().plus(MINUTE));
    }

    @Test
    void neverGoesBackWhenTheTrueClockDoes() {
        clock.live();
        assertThat(clock.instant()).isEqualTo(NOON);
        truth.set(NOON.minusSeconds(60));
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
