package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.RowChange;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Stores the channels that refuse messages, in the table {@code paused_channel}. */
final class PausedChannels {
    private static final String AGAIN = """
            UPDATE paused_channel
            SET why = :why, since = :now, told_at = :told
            WHERE channel = :channel AND since IS NULL
            """;
    private static final String FIRST = """
            INSERT INTO paused_channel (channel, why, since, told_at)
            VALUES (:channel, :why, :now, :told)
            """;
    private static final int LONGEST = 300;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    PausedChannels(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A current or past pause.
     *
     * @param why Slack's error
     * @param since null when the pause is over
     * @param told when the subscribers were last told of a pause
     */
    record Pausing(String why, @Nullable Instant since, Instant told) {
        boolean holds() {
            return since != null;
        }
    }

    /** The last pause of a channel; null if it was never paused. */
    @Nullable
    Pausing of(String channel) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT why, since, told_at FROM paused_channel WHERE channel = :channel")
                .bind("channel", channel)
                .map((row, context) -> new Pausing(
                        row.getString("why"),
                        InstantColumns.instantOrNull(row, "since"),
                        InstantColumns.instant(row, "told_at")))
                .findOne()
                .orElse(null));
    }

    /** Whether a channel is paused. */
    boolean holds(String channel) {
        var pausing = of(channel);
        return pausing != null && pausing.holds();
    }

    /** Pauses a channel. Throws if another process paused it meanwhile; that one tells the subscribers. */
    RowChange pausing(String channel, String why, Instant told) {
        return handle -> {
            for (var sql : List.of(AGAIN, FIRST)) {
                int changed = handle.createUpdate(sql)
                        .bind("channel", channel)
                        .bind("why", why.length() > LONGEST ? why.substring(0, LONGEST) : why)
                        .bind("now", clock.instant())
                        .bind("told", told)
                        .execute();
                if (changed == 1) {
                    return;
                }
            }
            throw new IllegalStateException("It was neither paused nor not");
        };
    }

    /** Ends a pause. */
    RowChange resuming(String channel) {
        return handle -> handle.createUpdate("UPDATE paused_channel SET since = NULL WHERE channel = :channel")
                .bind("channel", channel)
                .execute();
    }
}
