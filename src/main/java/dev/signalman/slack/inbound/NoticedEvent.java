package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.LinkSharedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import dev.signalman.command.Grammar;
import dev.signalman.command.Invited;
import dev.signalman.command.ShowHome;
import dev.signalman.command.Subject;
import dev.signalman.command.Unfurl;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads events that are no requests, as lines that the bot gives itself. */
final class NoticedEvent {
    private static final String HOME_TAB = "home";
    private static final int MOST_LINKS = 3;
    private static final String COMPOSER = "composer";

    private NoticedEvent() {}

    /** Reads the opening of the bot's home tab; null for its messages tab, which Slack draws. */
    static @Nullable Invocation readHomeOpened(
            EventsApiPayload<AppHomeOpenedEvent> payload, Grammar grammar, Instant now) {
        var event = payload.getEvent();
        var user = InboundText.first(event.getUser());
        var channel = InboundText.first(event.getChannel());
        if (user == null || channel == null || !HOME_TAB.equals(event.getTab())) {
            return null;
        }
        var id = EventIntake.id(payload, channel, user, event.getEventTs());
        return noticed(id, user, channel, grammar.print(new ShowHome(event.getView() == null)), now);
    }

    /**
     * Reads links to Semaphore in a message; null for a message that is still being written, since it may never be
     * sent, and in channels shared with other organizations.
     */
    static @Nullable Invocation readLinks(EventsApiPayload<LinkSharedEvent> payload, Grammar grammar, Instant now) {
        var event = payload.getEvent();
        var user = InboundText.first(event.getUser());
        var channel = InboundText.first(event.getChannel());
        var message = InboundText.first(event.getMessageTs());
        var links = links(event, grammar);
        if (user == null
                || channel == null
                || message == null
                || links.isEmpty()
                || payload.isExtSharedChannel()
                || COMPOSER.equals(event.getSource())) {
            return null;
        }
        var id = EventIntake.id(payload, channel, message, user);
        return noticed(id, user, channel, grammar.print(new Unfurl(message, links)), now);
    }

    /** Reads that the bot itself joined a channel, on behalf of who invited it; null for anybody else who joined. */
    static @Nullable Invocation readJoined(
            EventsApiPayload<MemberJoinedChannelEvent> payload, Grammar grammar, Instant now) {
        var event = payload.getEvent();
        var user = InboundText.first(event.getUser());
        var channel = InboundText.first(event.getChannel());
        if (user == null || channel == null || !user.equals(Mention.bot(payload))) {
            return null;
        }
        var inviter = InboundText.first(event.getInviter());
        var id = EventIntake.id(payload, channel, user, event.getEventTs());
        return noticed(id, inviter == null ? user : inviter, channel, grammar.print(new Invited()), now);
    }

    private static Invocation noticed(String id, String user, String channel, String line, Instant now) {
        return new Invocation(
                id, new Actor(user, user, null), Place.channel(channel), line, new Origin.Noticed(), now, null);
    }

    /** The first few links to pages of the organization that name their subject by id. */
    private static List<String> links(LinkSharedEvent event, Grammar grammar) {
        var all = event.getLinks() == null ? List.<LinkSharedEvent.Link>of() : event.getLinks();
        return all.stream()
                .filter(Objects::nonNull)
                .map(LinkSharedEvent.Link::getUrl)
                .filter(url -> url != null && url.length() <= 1_000 && !url.matches(".*[\\s\\p{Cntrl}].*"))
                .filter(url -> grammar.page(url.replace("&amp;", "&"))
                        .filter(Subject.Id.class::isInstance)
                        .isPresent())
                .distinct()
                .limit(MOST_LINKS)
                .toList();
    }
}
