package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.slack.inbound.SlackAnswers;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.web.Route;
import jakarta.inject.Singleton;

/** Adds the route for Slack's HTTP requests, for settings with a signing secret. Needs {@link SlackInboundModule}. */
public final class SlackEventsModule extends AbstractModule {
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
