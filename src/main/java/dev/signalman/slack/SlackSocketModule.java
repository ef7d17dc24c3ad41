package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.slack.inbound.SlackAnswerObserver;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackWebApi;
import dev.signalman.slack.outbound.SocketAddresses;
import dev.signalman.slack.socket.AppTokenCheck;
import dev.signalman.slack.socket.SocketMode;
import jakarta.inject.Singleton;

/**
 * Binds the socket over which Slack sends what happens; for settings with an app-level token. Needs {@link SlackModule}.
 * Start {@link SocketMode} last, and close it before {@link SlackInbound}.
 */
public final class SlackSocketModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(AppTokenCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(AppTokenCheck.class);
    }

    @Provides
    @Singleton
    SocketAddresses addresses(SlackWebApi web, SlackConnection connection, SlackSettings settings) {
        var token = settings.appToken();
        if (token == null) {
            throw new IllegalStateException("Without an app-level token no socket can be opened");
        }
        return new SocketAddresses(web, connection, token);
    }

    @Provides
    @Singleton
    SocketMode socketMode(SocketAddresses addresses, SlackInbound inbound, SlackAnswerObserver answers) {
        return new SocketMode(addresses, inbound.desk(answers));
    }
}
