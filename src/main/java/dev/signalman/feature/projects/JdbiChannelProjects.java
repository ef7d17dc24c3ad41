package dev.signalman.feature.projects;

import dev.signalman.dispatch.Row;
import dev.signalman.subject.ChannelProjects;
import dev.signalman.subject.SubscribedProjects;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The projects that channels have chosen, in the table {@code channel_project}; else the only one that they are subscribed to. */
final class JdbiChannelProjects implements ChannelProjects {
    private static final String READ = "SELECT project, branch FROM channel_project WHERE channel = ?";
    private static final String CHANGE = "UPDATE channel_project SET project = ?, branch = ? WHERE channel = ?";
    private static final String ADD =
            "INSERT INTO channel_project (project, branch, channel) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String CLEAR = "DELETE FROM channel_project WHERE channel = ?";

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
        return jdbi.withHandle(handle -> handle.createQuery(READ)
                .bind(0, channel)
                .map((row, context) -> new Choice(row.getString("project"), row.getString("branch")))
                .findOne()
                .orElse(null));
    }

    /** The channel means this from now on. */
    Row choosing(String channel, Choice choice) {
        return connection -> {
            if (write(CHANGE, channel, choice, connection) + write(ADD, channel, choice, connection) == 0) {
                // Somebody else's choice was committed between the two: ours is the later one.
                write(CHANGE, channel, choice, connection);
            }
        };
    }

    /** The channel means nothing any more. */
    Row clearing(String channel) {
        return connection -> {
            try (var statement = connection.prepareStatement(CLEAR)) {
                statement.setString(1, channel);
                statement.executeUpdate();
            }
        };
    }

    private static int write(String sql, String channel, Choice choice, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, choice.project());
            statement.setString(2, choice.branch());
            statement.setString(3, channel);
            return statement.executeUpdate();
        }
    }
}
