package dev.signalman.feature.projects;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.ChannelProjects;
import dev.signalman.port.SubscribedProjects;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A channel's chosen project, in the table {@code channel_project}, or else the only one it is subscribed to. */
final class JdbiChannelProjects implements ChannelProjects {
    private static final String CHANGE = """
            UPDATE channel_project
            SET project = :project, branch = :branch
            WHERE channel = :channel
            """;
    private static final String ADD = """
            INSERT INTO channel_project (channel, project, branch)
            VALUES (:channel, :project, :branch)
            ON CONFLICT DO NOTHING
            """;

    private final Jdbi jdbi;
    private final SubscribedProjects subscribed;

    @Inject
    JdbiChannelProjects(Jdbi jdbi, SubscribedProjects subscribed) {
        this.jdbi = jdbi;
        this.subscribed = subscribed;
    }

    @Override
    public @Nullable Choice of(String channel) {
        var chosen = chosen(channel);
        return chosen == null ? onlyOneHeardOf(channel) : chosen;
    }

    private @Nullable Choice onlyOneHeardOf(String channel) {
        var heardOf = subscribed.of(channel);
        return heardOf.size() == 1 ? new Choice(heardOf.get(0), null) : null;
    }

    /** The channel's choice; null for none. */
    @Nullable
    Choice chosen(String channel) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT project, branch FROM channel_project WHERE channel = :channel")
                        .bind("channel", channel)
                        .map((row, context) -> new Choice(row.getString("project"), row.getString("branch")))
                        .findOne()
                        .orElse(null));
    }

    /** Stores a channel's choice. */
    RowChange choosing(String channel, Choice choice) {
        return handle -> {
            if (write(CHANGE, channel, choice, handle) + write(ADD, channel, choice, handle) == 0) {
                // Another choice was committed between the two statements; ours is later.
                write(CHANGE, channel, choice, handle);
            }
        };
    }

    /** Deletes a channel's choice. */
    RowChange clearing(String channel) {
        return handle -> handle.createUpdate("DELETE FROM channel_project WHERE channel = :channel")
                .bind("channel", channel)
                .execute();
    }

    private static int write(String sql, String channel, Choice choice, Handle handle) {
        return handle.createUpdate(sql)
                .bind("channel", channel)
                .bind("project", choice.project())
                .bind("branch", choice.branch())
                .execute();
    }
}
