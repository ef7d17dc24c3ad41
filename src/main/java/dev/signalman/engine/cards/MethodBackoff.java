package dev.signalman.engine.cards;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds back Slack's methods after a rate limit. Slack limits each method in the whole workspace (docs/slack.md), so
 * one method waits while others go on. {@link UpdateBudget} decides how many updates are sent. Each
 * {@code response_url} has its own limit, so none is kept here.
 */
public final class MethodBackoff {
    enum Method {
        POST,
        UPDATE,
        WHISPER,
        UNFURL,
        PUBLISH
    }

    private final InstantSource clock;
    private final Map<Method, Instant> closedUntil = new EnumMap<>(Method.class);
    private Instant passed = Instant.MIN;

    @Inject
    MethodBackoff(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns null if the method may be called; otherwise, when it may. */
    synchronized @Nullable Instant pass(Method method) {
        var now = clock.instant();
        wakeUp(now);
        var until = closedUntil.get(method);
        if (until != null && until.isAfter(now)) {
            return until;
        }
        return null;
    }

    /** Reopens everything after the clock was set back; otherwise methods would stay closed too long. */
    private void wakeUp(Instant now) {
        if (now.isBefore(passed)) {
            closedUntil.clear();
        }
        passed = now;
    }

    /** Closes a method for a while. */
    synchronized void close(Method method, Duration wait) {
        closedUntil.merge(method, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }
}
