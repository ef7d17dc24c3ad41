package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.LinkSharedEvent;
import dev.signalman.command.Grammar;
import dev.signalman.command.Subject;
import dev.signalman.command.Unfurl;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Takes it that links to Semaphore were pasted. Those in a message that is still being written are let be: many never come. */
final class LinkSharedRoute implements BoltEventHandler<LinkSharedEvent> {
    private static final int MOST = 3;
    private static final String COMPOSER = "composer";

    private final EventIntake events;
    private final Grammar grammar;
    private final InstantSource clock;

    LinkSharedRoute(EventIntake events, Grammar grammar, InstantSource clock) {
        this.events = events;
        this.grammar = grammar;
        this.clock = clock;
    }

    @Override
    public Response apply(EventsApiPayload<LinkSharedEvent> payload, EventContext context) {
        var event = payload.getEvent();
        var user = InboundText.first(event.getUser());
        var channel = InboundText.first(event.getChannel());
        var message = InboundText.first(event.getMessageTs());
        var links = links(event);
        if (user == null
                || channel == null
                || message == null
                || links.isEmpty()
                || payload.isExtSharedChannel()
                || COMPOSER.equals(event.getSource())) {
            return context.ack();
        }
        var invocation = new Invocation(
                EventId.of(payload, channel, message, user),
                new Actor(user, user, null),
                Place.channel(channel),
                grammar.print(new Unfurl(message, links)),
                new Origin.Noticed(),
                clock.instant(),
                null);
        return events.take(invocation, context, false);
    }

    /** The first few that lead to a pipeline, a workflow or a job of the organisation. */
    private List<String> links(LinkSharedEvent event) {
        var all = event.getLinks() == null ? List.<LinkSharedEvent.Link>of() : event.getLinks();
        return all.stream()
                .filter(Objects::nonNull)
                .map(LinkSharedEvent.Link::getUrl)
                .filter(url -> url != null && url.length() <= 1_000 && !url.matches(".*[\\s\\p{Cntrl}].*"))
                .filter(url -> grammar.page(url.replace("&amp;", "&"))
                        .filter(Subject.Id.class::isInstance)
                        .isPresent())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
