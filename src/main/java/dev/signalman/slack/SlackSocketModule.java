package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.signalman.slack.inbound.SlackAnswers;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackWebApi;
import dev.signalman.slack.outbound.SocketAddresses;
import dev.signalman.slack.socket.SocketMode;
import jakarta.inject.Singleton;

/**
 * Binds the socket over which Slack sends what happens; for settings with an app-level token. Needs {@link SlackInboundModule}.
 * Start {@link SocketMode} last, and close it before {@link SlackInbound}.
 */
public final class SlackSocketModule extends AbstractModule {
    @Provides
    @Singleton
    SocketMode socketMode(
            SlackInbound inbound,
            SlackAnswers answers,
            SlackWebApi web,
            SlackConnection connection,
            SlackSettings settings) {
        var token = settings.appToken();
        if (token == null) {
            throw new IllegalStateException("Without an app-level token no socket can be opened");
        }
        return new SocketMode(new SocketAddresses(web, connection, token), inbound.desk(answers));
    }
}
