package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.Row;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Channels in which the bot was seen to be a member, in the table {@code joined_channel}. */
final class JoinedChannels {
    private final Jdbi jdbi;

    @Inject
    JoinedChannels(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean holds(String channel) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT 1 FROM joined_channel WHERE channel = ?")
                .bind(0, channel)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** The bot is in there. */
    Row joining(String channel) {
        return changing("INSERT INTO joined_channel (channel) VALUES (?) ON CONFLICT DO NOTHING", channel);
    }

    /** That it once was is forgotten. */
    Row forgetting(String channel) {
        return changing("DELETE FROM joined_channel WHERE channel = ?", channel);
    }

    private static Row changing(String sql, String channel) {
        return connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, channel);
                statement.executeUpdate();
            }
        };
    }
}
