package dev.signalman.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of freezes with any cron expression, length and zone, at any time in two years. */
class FreezePropertiesTest {
    @Provide
    Arbitrary<String> crons() {
        return Arbitraries.of(
                "0 0 16 * * FRI",
                "0 30 2 * * *",
                "0 15 0-5/2 * * SUN",
                "0 10,50 1-3 * * *",
                "0 0 0 1 * *",
                "30 59 23 L * ?");
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "UTC",
                "Europe/Belgrade",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Asia/Kolkata");
    }

    @Provide
    Arbitrary<Duration> lengths() {
        return Arbitraries.longs().between(1, 100_000).map(Duration::ofSeconds);
    }

    /** Times in 2026 and 2027, often near Europe's clock changes. */
    @Provide
    Arbitrary<Instant> moments() {
        var any = Arbitraries.longs()
                .between(0, 2 * 365 * 86_400L)
                .map(Instant.parse("2026-01-01T00:00:00Z")::plusSeconds);
        var nearChange = Arbitraries.of(
                        "2026-03-29T01:00:00Z",
                        "2026-10-25T01:00:00Z",
                        "2026-10-03T15:30:00Z",
                        "2026-04-04T15:00:00Z",
                        "2026-03-08T05:30:00Z",
                        "2026-11-01T04:30:00Z")
                .map(Instant::parse)
                .flatMap(change -> Arbitraries.longs().between(-20_000, 20_000).map(change::plusSeconds));
        return Arbitraries.oneOf(any, nearChange);
    }

    private static Freeze freeze(String cron, Duration lasting, String zone) throws Unreadable {
        return Freeze.of(cron, lasting.toString(), zone, "");
    }

    @Property(tries = 1000)
    void aWindowIsAsLargeAsItCanBe(
            @ForAll("crons") String cron,
            @ForAll("lengths") Duration lasting,
            @ForAll("zones") String zone,
            @ForAll("moments") Instant now)
            throws Unreadable {
        var freeze = freeze(cron, lasting, zone);
        var found = freeze.at(now);
        if (found.isEmpty()) {
            return;
        }
        var window = found.get();
        var until = window.until();
        var since = window.since();
        if (since != null && until != null) {
            assertThat(since).isBeforeOrEqualTo(now);
            assertThat(freeze.at(since)).contains(window);
            assertThat(freeze.at(since.minusNanos(1))).isEmpty();
            assertThat(until).isAfter(now);
            assertThat(freeze.at(until.minusNanos(1))).contains(window);
            assertThat(freeze.at(until)).isEmpty();
        }
    }

    @Property(tries = 1000)
    void theFollowingWindowIsTheFirstThatBeginsAfterwards(
            @ForAll("crons") String cron,
            @ForAll("lengths") Duration lasting,
            @ForAll("zones") String zone,
            @ForAll("moments") Instant now)
            throws Unreadable {
        var freeze = freeze(cron, lasting, zone);
        var holding = freeze.at(now);
        var over = holding.isPresent() ? holding.get().until() : now;
        if (over == null) {
            assertThat(freeze.following(now)).isEmpty();
            return;
        }
        var window = freeze.following(now).orElseThrow();
        var since = requireNonNull(window.since());
        assertThat(since).isAfter(over);
        assertThat(freeze.at(since)).contains(window);
        for (int n = 0; n < 50; n++) {
            var between =
                    over.plus(Duration.between(over, since).multipliedBy(n).dividedBy(50));
            assertThat(freeze.at(between)).as("at %s", between).isEmpty();
        }
    }

    /** Compares with a backward search in local time, second by second where it matters. */
    @Property(tries = 1000)
    void whenTheWallClockIsInsideItIsFrozen(
            @ForAll("lengths") Duration lasting, @ForAll("zones") String zone, @ForAll("moments") Instant now)
            throws Unreadable {
        var shown = LocalDateTime.ofInstant(now, ZoneId.of(zone));
        var start = shown.toLocalDate().atTime(2, 30);
        if (start.isAfter(shown)) {
            start = start.minusDays(1);
        }
        var frozen = freeze("0 30 2 * * *", lasting, zone).at(now).isPresent();
        if (shown.isBefore(start.plus(lasting))) {
            assertThat(frozen).isTrue();
        } else if (zone.equals("UTC") || zone.equals("Asia/Kolkata")) {
            assertThat(frozen).isFalse();
        }
    }
}
