package dev.signalman.slack.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Creates caches of Slack's answers. */
final class SlackCaches {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);

    private SlackCaches() {}

    static <V> Cache<String, V> forAMinute(InstantSource clock) {
        return lasting(MINUTE, clock);
    }

    static <V> Cache<String, V> forAnHour(InstantSource clock) {
        return lasting(HOUR, clock);
    }

    private static <V> Cache<String, V> lasting(Duration age, InstantSource clock) {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(age)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }
}
