package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message that names the bot, or is written to it directly, read as a command line. */
final class Mention {
    /** So long after it was written a message may still be corrected; what is edited later asks for nothing. */
    private static final Duration CORRECTED_WITHIN = Duration.ofMinutes(10);

    private static final String OF_A_BOT = "bot_message";
    private static final String DIRECT = "im";

    private Mention() {}

    /**
     * What was asked; null when nobody did: bots name us too.
     *
     * <p>A mention in a thread is answered there. One outside is answered in the channel, like a slash command: an answer for one
     * person's eyes is not shown in a thread that has no reply yet (docs/slack.md, "Mentions").
     */
    static @Nullable Invocation read(EventsApiPayload<AppMentionEvent> payload, Instant now) {
        var event = payload.getEvent();
        var edited = event.getEdited();
        if (event.getBotId() != null || event.getBotProfile() != null || OF_A_BOT.equals(event.getSubtype())) {
            return null;
        }
        return asked(
                payload,
                new Said(
                        event.getUser(),
                        InboundText.first(event.getUserTeam(), event.getTeam()),
                        event.getChannel(),
                        event.getThreadTs(),
                        event.getTs(),
                        event.getText(),
                        edited == null ? null : Objects.requireNonNullElse(edited.getTs(), "")),
                now);
    }

    /** Reads a direct message to the bot, which need not name it. Slack sends the bot's own messages there too; they ask for nothing. */
    static @Nullable Invocation readDirect(EventsApiPayload<MessageEvent> payload, Instant now) {
        var event = payload.getEvent();
        var user = InboundText.first(event.getUser());
        if (!DIRECT.equals(event.getChannelType())
                || event.getBotId() != null
                || event.getBotProfile() != null
                || Objects.equals(user, bot(payload))) {
            return null;
        }
        return asked(
                payload,
                new Said(
                        user,
                        InboundText.first(event.getTeam()),
                        event.getChannel(),
                        event.getThreadTs(),
                        event.getTs(),
                        event.getText(),
                        null),
                now);
    }

    /** Reads a direct message that was edited; Slack has an event of its own for that. */
    static @Nullable Invocation readCorrected(EventsApiPayload<MessageChangedEvent> payload, Instant now) {
        var event = payload.getEvent();
        var message = event.getMessage();
        if (message == null
                || !DIRECT.equals(event.getChannelType())
                || message.getEdited() == null // the links in it were looked at, or the like
                || message.getBotId() != null
                || message.getBotProfile() != null
                || Objects.equals(message.getUser(), bot(payload))) {
            return null;
        }
        return asked(
                payload,
                new Said(
                        message.getUser(),
                        InboundText.first(message.getUserTeam(), message.getTeam()),
                        event.getChannel(),
                        message.getThreadTs(),
                        message.getTs(),
                        message.getText(),
                        Objects.requireNonNullElse(message.getEdited().getTs(), "")),
                now);
    }

    /** A message; {@code edited} tells when it was changed. */
    private record Said(
            @Nullable String user,
            @Nullable String team,
            @Nullable String channel,
            @Nullable String thread,
            @Nullable String ts,
            @Nullable String text,
            @Nullable String edited) {}

    private static @Nullable Invocation asked(EventsApiPayload<?> payload, Said said, Instant now) {
        var user = InboundText.first(said.user());
        var channel = InboundText.first(said.channel());
        if (user == null || channel == null || (said.edited() != null && !corrected(said))) {
            return null;
        }
        var thread = InboundText.first(said.thread());
        var line = MentionText.line(InboundText.text(said.text()), bot(payload));
        return new Invocation(
                id(payload, said, user, channel, line),
                new Actor(user, user, said.team()),
                new Place(channel, Objects.equals(thread, said.ts()) ? null : thread),
                line.isEmpty() ? "help" : line,
                new Origin.Mentioned(),
                now,
                null);
    }

    /**
     * One id for each line of a message, however often it is delivered. An edit that leaves the line as it is has the same id and is not
     * taken again; an edit that corrects the line has another.
     */
    private static String id(EventsApiPayload<?> payload, Said said, String user, String channel, String line) {
        var ts = InboundText.first(said.ts());
        return ts == null
                ? EventIntake.id(payload, channel, user, line)
                : "event:" + StableId.name(channel, ts, user, line);
    }

    private static boolean corrected(Said said) {
        var written = seconds(said.ts());
        var changed = seconds(said.edited());
        return written != null
                && changed != null
                && changed.subtract(written).compareTo(BigDecimal.valueOf(CORRECTED_WITHIN.toSeconds())) <= 0;
    }

    private static @Nullable BigDecimal seconds(@Nullable String ts) {
        return ts != null && ts.matches("\\d{1,12}(\\.\\d{1,9})?") ? new BigDecimal(ts) : null;
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
