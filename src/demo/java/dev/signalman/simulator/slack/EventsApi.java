package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Events API: delivers subscribed events, up to four times until they are accepted. */
final class EventsApi {
    /** Delays of the retries after the first delivery. */
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private record Retry(String body, int number, String reason, Instant first) {
        Instant due() {
            return first.plus(RETRIES.get(number - 1));
        }
    }

    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final TimestampGenerator timestampGenerator;
    private final ScreenActions screenActions;
    private final ChatMethods chat;
    private final SlackPayloads payloads;
    private final SlackDeliverySender slackDeliverySender;
    private final ViewStacks views;
    private final List<Retry> waiting = new ArrayList<>();

    EventsApi(
            SimulatedWorkspace workspace,
            AppInstallation app,
            TimestampGenerator timestampGenerator,
            ScreenActions screenActions,
            ChatMethods chat,
            SlackPayloads payloads,
            SlackDeliverySender slackDeliverySender,
            ViewStacks views) {
        this.workspace = workspace;
        this.app = app;
        this.timestampGenerator = timestampGenerator;
        this.screenActions = screenActions;
        this.chat = chat;
        this.payloads = payloads;
        this.slackDeliverySender = slackDeliverySender;
        this.views = views;
    }

    /** Posts a person's message; the bot is notified if it is a member and mentioned. */
    @Nullable
    SlackDelivery write(String who, String where, @Nullable String thread, String typed) {
        var person = screenActions.active(who);
        var place = screenActions.place(person, where);
        if (place.archived()) {
            throw new ImpossibleActionError(where + " is archived");
        }
        if (thread != null && workspace.message(where, thread).isEmpty()) {
            throw new ImpossibleActionError("There is no message whose thread that could be");
        }
        var text = new EscapedText(workspace).inMessage(typed);
        var message = workspace.together(() -> chat.say(where, who, text, SlackJson.array(), thread, null));
        var mentioned = mention(person, place, message, null);
        var direct = direct(person, place, message);
        var linked = links(person, place, message);
        var first = mentioned == null ? direct : mentioned;
        return first == null ? linked : first;
    }

    /** Posts a reply that is also shown in the channel; its event has a subtype. */
    @Nullable
    SlackDelivery broadcast(String who, PostedMessage parent, String typed) {
        var person = screenActions.active(who);
        var place = screenActions.place(person, parent.channel());
        var text = new EscapedText(workspace).inMessage(typed);
        var message = workspace.together(() -> chat.say(place.id(), who, text, SlackJson.array(), parent.ts(), null));
        return mention(person, place, message, event -> event.put("subtype", "thread_broadcast"));
    }

    /** Edits a person's own message; the bot is notified if the new text mentions it. */
    @Nullable
    SlackDelivery edit(String who, PostedMessage message, String typed) {
        var person = screenActions.active(who);
        var place = screenActions.place(person, message.channel());
        if (!message.author().equals(who)) {
            throw new ImpossibleActionError("Nobody can edit what somebody else wrote");
        }
        var changed = message.saying(new EscapedText(workspace).inMessage(typed), SlackJson.array());
        workspace.replace(changed);
        if (place.kind() == Conversation.Kind.DIRECT
                && !place.group()
                && app.scopes().contains("im:history")) {
            return changed(person, place, changed);
        }
        return mention(
                person,
                place,
                changed,
                event -> event.putObject("edited").put("user", who).put("ts", timestampGenerator.ts()));
    }

    private SlackDelivery changed(SimulatedPerson person, Conversation place, PostedMessage message) {
        var event = SlackJson.object()
                .put("type", "message")
                .put("subtype", "message_changed")
                .put("channel_type", "im")
                .put("channel", place.id())
                .put("hidden", true)
                .put("ts", timestampGenerator.ts())
                .put("event_ts", timestampGenerator.ts());
        event.putObject("message")
                .put("type", "message")
                .put("user", person.id())
                .put("team", Objects.requireNonNullElse(person.teamId(), app.teamId()))
                .put("text", message.text())
                .put("ts", message.ts())
                .putObject("edited")
                .put("user", person.id())
                .put("ts", timestampGenerator.ts());
        return send(payloads.event(event, false));
    }

    /** A direct message to the bot; Slack sends no mention event for it, even if it mentions the bot. */
    private @Nullable SlackDelivery direct(SimulatedPerson person, Conversation place, PostedMessage message) {
        if (place.kind() != Conversation.Kind.DIRECT
                || place.group()
                || !place.has(app.botUserId())
                || !app.scopes().contains("im:history")) {
            return null;
        }
        var event = SlackJson.object()
                .put("type", "message")
                .put("channel_type", "im")
                .put("user", person.id())
                .put("text", message.text())
                .put("ts", message.ts())
                .put("event_ts", message.ts())
                .put("channel", place.id())
                .put("team", Objects.requireNonNullElse(person.teamId(), app.teamId()));
        if (message.threadTs() != null) {
            event.put("thread_ts", message.threadTs());
        }
        return send(payloads.event(event, false));
    }

    private @Nullable SlackDelivery mention(
            SimulatedPerson person, Conversation place, PostedMessage message, @Nullable Consumer<ObjectNode> more) {
        var text = message.text();
        if (!text.contains("<@" + app.botUserId() + ">")
                || !place.has(app.botUserId())
                || place.kind() == Conversation.Kind.DIRECT
                || !app.scopes().contains("app_mentions:read")) {
            return null;
        }
        var event = SlackJson.object().put("type", "app_mention").put("user", person.id());
        if (person.teamId() != null) {
            event.put("user_team", person.teamId()).put("source_team", person.teamId());
        }
        event.put("text", text)
                .put("ts", message.ts())
                .put("channel", place.id())
                .put("event_ts", message.ts());
        if (message.threadTs() != null) {
            event.put("thread_ts", message.threadTs());
        }
        event.put("team", Objects.requireNonNullElse(person.teamId(), app.teamId()));
        if (more != null) {
            more.accept(event);
        }
        return send(payloads.event(event, place.sharedOutside()));
    }

    /** Reports links of the app's domains, pasted anywhere by people of this workspace. */
    private @Nullable SlackDelivery links(SimulatedPerson person, Conversation place, PostedMessage message) {
        var mine = MessageLinks.in(message.text()).stream()
                .filter(url -> app.surfaces().unfurls(MessageLinks.host(url)))
                .toList();
        if (mine.isEmpty() || person.teamId() != null || !app.scopes().contains("links:read")) {
            return null;
        }
        var event = SlackJson.object()
                .put("type", "link_shared")
                .put("user", person.id())
                .put("channel", place.id())
                .put("message_ts", message.ts());
        var links = event.putArray("links");
        mine.forEach(url -> links.addObject().put("url", url).put("domain", MessageLinks.host(url)));
        if (message.threadTs() != null) {
            event.put("thread_ts", message.threadTs());
        }
        event.put("source", "conversations_history")
                .put("unfurl_id", "C" + place.id() + "-" + message.ts())
                .put("is_bot_user_member", place.has(app.botUserId()))
                .put("event_ts", timestampGenerator.ts());
        return send(payloads.event(event, place.sharedOutside()));
    }

    /** Reports that somebody invited the bot to a channel. Direct messages are opened and not joined. */
    @Nullable
    SlackDelivery joined(String inviter, Conversation place) {
        var scope = place.kind() == Conversation.Kind.PUBLIC ? "channels:read" : "groups:read";
        if (place.kind() == Conversation.Kind.DIRECT || !app.scopes().contains(scope)) {
            return null;
        }
        var event = SlackJson.object()
                .put("type", "member_joined_channel")
                .put("user", app.botUserId())
                .put("channel", place.id())
                .put("channel_type", place.kind() == Conversation.Kind.PUBLIC ? "C" : "G")
                .put("team", app.teamId())
                .put("inviter", inviter)
                .put("event_ts", timestampGenerator.ts());
        return send(payloads.event(event, place.sharedOutside()));
    }

    SlackDelivery openHome(String who) {
        var person = screenActions.active(who);
        ObjectNode event = SlackJson.object()
                .put("type", "app_home_opened")
                .put("user", person.id())
                .put("channel", workspace.directBetween(app.botUserId(), who).id())
                .put("tab", "home")
                .put("event_ts", timestampGenerator.ts());
        views.home(who).ifPresent(view -> event.set("view", view.json(app, SlackJson.object())));
        return send(payloads.event(event, false));
    }

    SlackDelivery handshake(String challenge) {
        return slackDeliverySender.send(SlackJson.CONTENT_TYPE, payloads.handshake(challenge), Map.of());
    }

    private SlackDelivery send(String body) {
        return attempt(new Retry(body, 0, "", timestampGenerator.now()));
    }

    /** Sends due deliveries; one that fails waits for its next retry. */
    List<SlackDelivery> retry() {
        List<Retry> due;
        synchronized (waiting) {
            due = waiting.stream()
                    .filter(each -> !each.due().isAfter(timestampGenerator.now()))
                    .toList();
            waiting.removeAll(due);
        }
        return due.stream().map(this::attempt).toList();
    }

    /** Sends a delivery again, newly signed, as after a lost answer. */
    SlackDelivery again(SlackDelivery earlier) {
        var type = earlier.headers().getOrDefault("Content-Type", SlackJson.CONTENT_TYPE);
        var event = type.equals(SlackJson.CONTENT_TYPE);
        return slackDeliverySender.send(type, earlier.body(), event ? headers(1, "http_timeout") : Map.of());
    }

    private SlackDelivery attempt(Retry retry) {
        var more = retry.number() == 0 ? Map.<String, String>of() : headers(retry.number(), retry.reason());
        var delivery = slackDeliverySender.send(SlackJson.CONTENT_TYPE, retry.body(), more);
        if (!delivery.taken() && !delivery.retriesRefused() && retry.number() < RETRIES.size()) {
            var reason = delivery.status() > 0 ? "http_error" : reason(delivery);
            synchronized (waiting) {
                waiting.add(new Retry(retry.body(), retry.number() + 1, reason, retry.first()));
            }
        }
        return delivery;
    }

    private static String reason(SlackDelivery delivery) {
        return "operation_timeout".equals(delivery.error()) ? "http_timeout" : "connection_failed";
    }

    private static Map<String, String> headers(int number, String reason) {
        return Map.of("X-Slack-Retry-Num", Integer.toString(number), "X-Slack-Retry-Reason", reason);
    }
}
