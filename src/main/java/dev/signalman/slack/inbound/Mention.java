package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppMentionEvent;
import dev.signalman.command.TypedText;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message that names the bot, read as a command line. */
final class Mention {
    private Mention() {}

    /**
     * What was asked; null when nobody did: bots name us too, and an edited message was answered when it was new.
     *
     * <p>A mention in a thread is answered there. One outside is answered in the channel, like a slash command: an answer for one
     * person's eyes is not shown in a thread that has no reply yet (docs/slack.md, "Mentions").
     */
    static @Nullable Invocation read(EventsApiPayload<AppMentionEvent> payload, Instant now) {
        var event = payload.getEvent();
        var user = Foreign.first(event.getUser());
        var channel = Foreign.first(event.getChannel());
        var ofAPerson = event.getBotId() == null && event.getBotProfile() == null && event.getSubtype() == null;
        if (user == null || channel == null || !ofAPerson || event.getEdited() != null) {
            return null;
        }
        var thread = Foreign.first(event.getThreadTs());
        var line = line(Foreign.text(event.getText()), bot(payload));
        return new Invocation(
                EventId.of(payload, channel, event.getTs(), user),
                new Actor(user, user, Foreign.first(event.getUserTeam(), event.getTeam())),
                new Place(channel, Objects.equals(thread, event.getTs()) ? null : thread),
                line.isEmpty() ? "help" : line,
                new Origin.Mentioned(),
                now,
                null);
    }

    /** The text without the first mention of the bot, which need not come first: {@code promote web @Signalman}. */
    private static String line(String text, @Nullable String bot) {
        var mention = bot == null ? "<@[A-Z0-9]+(\\|[^>]*)?>" : "<@" + bot + "(\\|[^>]*)?>";
        return TypedText.decode(text.replaceFirst(mention, " ")).strip();
    }

    private static @Nullable String bot(EventsApiPayload<?> payload) {
        var all = payload.getAuthorizations() == null ? List.<Authorization>of() : payload.getAuthorizations();
        return all.stream()
                .filter(each -> each != null && Boolean.TRUE.equals(each.getIsBot()))
                .map(Authorization::getUserId)
                .filter(id -> id != null && id.matches("[A-Z0-9]+"))
                .findFirst()
                .orElse(null);
    }
}
