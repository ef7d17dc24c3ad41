package dev.signalman.feature.projects;

import dev.signalman.dispatch.Row;
import dev.signalman.subject.ChannelProjects;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The projects that channels have chosen, in the table {@code channel_project}. */
final class JdbiChannelProjects implements ChannelProjects {
    private static final String READ = "SELECT project, branch FROM channel_project WHERE channel = ?";
    private static final String CHANGE = "UPDATE channel_project SET project = ?, branch = ? WHERE channel = ?";
    private static final String ADD =
            "INSERT INTO channel_project (project, branch, channel) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String CLEAR = "DELETE FROM channel_project WHERE channel = ?";

    private final Jdbi jdbi;

    @Inject
    JdbiChannelProjects(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable Choice of(String channel) {
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
