package dev.signalman.app;

import dev.signalman.chat.People;
import dev.signalman.slack.SlackSettings;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackPeople;
import dev.signalman.slack.outbound.SlackWebApi;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Slack, to ask who is in which group now.
 *
 * @param people null where there is no token
 */
record CurrentGroupMembers(
        @Nullable SlackConnection connection, @Nullable People people) implements AutoCloseable {
    /** Opens no connection yet; {@code settings} is null where there is no token. */
    static CurrentGroupMembers of(@Nullable SlackSettings settings, InstantSource clock) {
        if (settings == null) {
            return new CurrentGroupMembers(null, null);
        }
        var connection = new SlackConnection(settings.botToken(), settings.apiUrl());
        return new CurrentGroupMembers(
                connection, new SlackPeople(new SlackWebApi(connection, (method, outcome, took) -> {}), clock));
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
