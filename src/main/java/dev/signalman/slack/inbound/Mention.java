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

/** Reads a mention of the bot, or a direct message to it, as a command line. */
final class Mention {
    /** How long a message can be corrected; later edits are ignored. */
    private static final Duration CORRECTED_WITHIN = Duration.ofMinutes(10);

    private static final String OF_A_BOT = "bot_message";
    private static final String DIRECT = "im";

    private Mention() {}

    /**
     * Reads a mention; null if a bot wrote it.
     *
     * <p>A mention in a thread is answered in the thread, another one in the channel, like a slash command: Slack does
     * not show an ephemeral message in a thread without replies (docs/slack.md, "Mentions").
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

    /**
     * Reads a direct message, which need not mention the bot; null for the bot's own messages, which Slack sends too.
     */
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

    /** Reads an edited direct message, for which Slack has a separate event. */
    static @Nullable Invocation readCorrected(EventsApiPayload<MessageChangedEvent> payload, Instant now) {
        var event = payload.getEvent();
        var message = event.getMessage();
        if (message == null
                || !DIRECT.equals(event.getChannelType())
                || message.getEdited() == null // not edited by a person, e.g. unfurled
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

    /** A message; {@code edited} is the time of its last edit, null for none. */
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
     * One id per message and line, however often the message is delivered. An edit that keeps the line keeps the id and
     * is not recorded again; an edit of the line has another id.
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

    /** The bot's own id; null when Slack does not say. */
    static @Nullable String bot(EventsApiPayload<?> payload) {
        var all = payload.getAuthorizations() == null ? List.<Authorization>of() : payload.getAuthorizations();
        return all.stream()
                .filter(each -> each != null && Boolean.TRUE.equals(each.getIsBot()))
                .map(Authorization::getUserId)
                .filter(id -> id != null && id.matches("[A-Z0-9]+"))
                .findFirst()
                .orElse(null);
    }
}
