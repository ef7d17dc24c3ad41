package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.OptionalBinder;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.socket.SocketMode;

/**
 * Binds the handling of Slack's requests; {@link SlackEventsModule} and {@link SlackSocketModule} add the transports.
 * Needs {@link SlackModule}, an {@link dev.signalman.dispatch.Intake}, {@link dev.signalman.dispatch.LongLineStore} and
 * {@link dev.signalman.slack.inbound.SlackAnswers}. Close {@link SlackInbound} before the connection.
 */
public final class SlackInboundModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SlackInbound.class).in(Scopes.SINGLETON);
        OptionalBinder.newOptionalBinder(binder(), SocketMode.class);
    }
}
