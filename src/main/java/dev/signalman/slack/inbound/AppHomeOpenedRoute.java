package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.signalman.command.Grammar;
import dev.signalman.command.ShowHome;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.InstantSource;

/** Takes it that somebody opened the bot's home tab. The event also comes for the tab of messages, which draws itself. */
final class AppHomeOpenedRoute implements BoltEventHandler<AppHomeOpenedEvent> {
    private static final String TAB = "home";

    private final EventIntake events;
    private final Grammar grammar;
    private final InstantSource clock;

    AppHomeOpenedRoute(EventIntake events, Grammar grammar, InstantSource clock) {
        this.events = events;
        this.grammar = grammar;
        this.clock = clock;
    }

    @Override
    public Response apply(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
        var event = payload.getEvent();
        var user = InboundText.first(event.getUser());
        var channel = InboundText.first(event.getChannel());
        if (user == null || channel == null || !TAB.equals(event.getTab())) {
            return context.ack();
        }
        var id = EventId.of(payload, channel, user, event.getEventTs());
        var blank = event.getView() == null;
        var invocation = new Invocation(
                id,
                new Actor(user, user, null),
                Place.channel(channel),
                grammar.print(new ShowHome(blank)),
                new Origin.Noticed(),
                clock.instant(),
                null);
        return events.take(invocation, context, false);
    }
}
