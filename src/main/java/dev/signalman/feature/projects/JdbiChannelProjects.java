package dev.signalman.feature.projects;

import dev.signalman.dispatch.RowChange;
import dev.signalman.subject.ChannelProjects;
import dev.signalman.subject.SubscribedProjects;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The projects that channels have chosen, in the table {@code channel_project}; else the only one that they are subscribed to. */
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

    /** What the channel has chosen itself; null for nothing. */
    @Nullable
    Choice chosen(String channel) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT project, branch FROM channel_project WHERE channel = :channel")
                        .bind("channel", channel)
                        .map((row, context) -> new Choice(row.getString("project"), row.getString("branch")))
                        .findOne()
                        .orElse(null));
    }

    /** The channel means this from now on. */
    RowChange choosing(String channel, Choice choice) {
        return handle -> {
            if (write(CHANGE, channel, choice, handle) + write(ADD, channel, choice, handle) == 0) {
                // Somebody else's choice was committed between the two: ours is the later one.
                write(CHANGE, channel, choice, handle);
            }
        };
    }

    /** The channel means nothing any more. */
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
