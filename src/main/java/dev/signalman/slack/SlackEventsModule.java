package dev.signalman.slack;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.slack.inbound.SlackAnswerObserver;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.web.Route;
import jakarta.inject.Singleton;

/** Adds the route on which Slack calls over HTTP; for settings with a signing secret. Needs {@link SlackModule}. */
public final class SlackEventsModule extends AbstractModule {
    @ProvidesIntoSet
    @Singleton
    Route events(SlackInbound inbound, SlackSettings settings, SlackAnswerObserver answers) {
        var secret = settings.signingSecret();
        if (secret == null) {
            throw new IllegalStateException("Without a signing secret Slack cannot call over HTTP");
        }
        return Route.of("POST", "/slack/events", inbound.endpoint(secret, answers));
    }
}
