package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.Row;
import dev.signalman.storage.Columns;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Channels that take no message, in the table {@code paused_channel}. */
final class PausedChannels {
    private static final String AGAIN =
            "UPDATE paused_channel SET why = ?, since = ?, told_at = ? WHERE channel = ? AND since IS NULL";
    private static final String FIRST = "INSERT INTO paused_channel (why, since, told_at, channel) VALUES (?, ?, ?, ?)";
    private static final String RESUME = "UPDATE paused_channel SET since = NULL WHERE channel = ?";
    private static final int LONGEST = 300;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    PausedChannels(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A pause, or what is remembered of one.
     *
     * @param why what Slack said
     * @param since null when it is over
     * @param told when people last heard of it
     */
    record Pausing(String why, @Nullable Instant since, Instant told) {
        boolean holds() {
            return since != null;
        }
    }

    /** What is known of a channel; null when it was never paused. */
    @Nullable
    Pausing of(String channel) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT why, since, told_at FROM paused_channel WHERE channel = ?")
                .bind(0, channel)
                .map((row, context) -> new Pausing(
                        row.getString("why"),
                        Columns.instantOrNull(row, "since"),
                        Columns.instant(row, "told_at")))
                .findOne()
                .orElse(null));
    }

    /** Whether nothing is sent to a channel now. */
    boolean holds(String channel) {
        var pausing = of(channel);
        return pausing != null && pausing.holds();
    }

    /** The channel is paused from now on. It fails when somebody else paused it meanwhile, who then tells people of it. */
    Row pausing(String channel, String why, Instant told) {
        return connection -> {
            for (var sql : new String[] {AGAIN, FIRST}) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setString(1, why.length() > LONGEST ? why.substring(0, LONGEST) : why);
                    statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                    statement.setObject(3, told.atOffset(ZoneOffset.UTC));
                    statement.setString(4, channel);
                    if (statement.executeUpdate() == 1) {
                        return;
                    }
                }
            }
            throw new SQLException("It was neither paused nor not");
        };
    }

    /** The channel goes on. */
    Row resuming(String channel) {
        return connection -> {
            try (var statement = connection.prepareStatement(RESUME)) {
                statement.setString(1, channel);
                statement.executeUpdate();
            }
        };
    }
}
