package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.slack.inbound.SlackAnswers;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.web.Route;
import jakarta.inject.Singleton;

/**
 * Adds the route on which Slack calls over HTTP; for settings with a signing secret. Needs {@link SlackModule}, an
 * {@link dev.signalman.dispatch.Intake}, {@link dev.signalman.dispatch.LongLines} and {@link SlackAnswers}. Close {@link SlackInbound} before the connection.
 */
public final class SlackEventsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SlackInbound.class).in(Scopes.SINGLETON);
    }

    @ProvidesIntoSet
    @Singleton
    Route events(SlackInbound inbound, SlackSettings settings, SlackAnswers answers) {
        var secret = settings.signingSecret();
        if (secret == null) {
            throw new IllegalStateException("Without a signing secret Slack cannot call over HTTP");
        }
        return Route.of("POST", "/slack/events", inbound.endpoint(secret, answers));
    }
}
