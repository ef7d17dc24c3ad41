package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.RowChange;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Stores the channels in which the bot was a member, in the table {@code joined_channel}. */
final class JoinedChannels {
    private final Jdbi jdbi;

    @Inject
    JoinedChannels(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean holds(String channel) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT 1 FROM joined_channel WHERE channel = :channel")
                .bind("channel", channel)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Records that the bot is a member. */
    RowChange joining(String channel) {
        return handle -> handle.createUpdate(
                        "INSERT INTO joined_channel (channel) VALUES (:channel) ON CONFLICT DO NOTHING")
                .bind("channel", channel)
                .execute();
    }

    /** Deletes that record. */
    RowChange forgetting(String channel) {
        return handle -> handle.createUpdate("DELETE FROM joined_channel WHERE channel = :channel")
                .bind("channel", channel)
                .execute();
    }
}
