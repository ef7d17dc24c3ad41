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

/** The Events API: what the bot subscribed to, delivered up to four times until it is taken. */
final class Events {
    /** How long after the first delivery each retry comes. */
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private record Retry(String body, int number, String reason, Instant first) {
        Instant due() {
            return first.plus(RETRIES.get(number - 1));
        }
    }

    private final Workspace workspace;
    private final Installation app;
    private final Stamps stamps;
    private final Screens screens;
    private final ChatMethods chat;
    private final Payloads payloads;
    private final Deliveries deliveries;
    private final Views views;
    private final List<Retry> waiting = new ArrayList<>();

    Events(
            Workspace workspace,
            Installation app,
            Stamps stamps,
            Screens screens,
            ChatMethods chat,
            Payloads payloads,
            Deliveries deliveries,
            Views views) {
        this.workspace = workspace;
        this.app = app;
        this.stamps = stamps;
        this.screens = screens;
        this.chat = chat;
        this.payloads = payloads;
        this.deliveries = deliveries;
        this.views = views;
    }

    /** A person writes a message; the bot hears of it when it is named and a member. */
    @Nullable
    Delivery write(String who, String where, @Nullable String thread, String typed) {
        var person = screens.active(who);
        var place = screens.place(person, where);
        if (place.archived()) {
            throw new Impossible(where + " is archived");
        }
        if (thread != null && workspace.message(where, thread).isEmpty()) {
            throw new Impossible("There is no message whose thread that could be");
        }
        var text = new TypedText(workspace).inMessage(typed);
        var message = workspace.together(() -> chat.say(where, who, text, Json.array(), thread, null));
        var mentioned = mention(person, place, message, null);
        var direct = direct(person, place, message);
        var linked = links(person, place, message);
        var first = mentioned == null ? direct : mentioned;
        return first == null ? linked : first;
    }

    /** A person answers in a thread and shows the answer in the channel too; its event has a subtype. */
    @Nullable
    Delivery broadcast(String who, PostedMessage parent, String typed) {
        var person = screens.active(who);
        var place = screens.place(person, parent.channel());
        var text = new TypedText(workspace).inMessage(typed);
        var message = workspace.together(() -> chat.say(place.id(), who, text, Json.array(), parent.ts(), null));
        return mention(person, place, message, event -> event.put("subtype", "thread_broadcast"));
    }

    /** A person changes a message of their own; if the bot is named in what it says now, it hears of that. */
    @Nullable
    Delivery edit(String who, PostedMessage message, String typed) {
        var person = screens.active(who);
        var place = screens.place(person, message.channel());
        if (!message.author().equals(who)) {
            throw new Impossible("Nobody can edit what somebody else wrote");
        }
        var changed = message.saying(new TypedText(workspace).inMessage(typed), Json.array());
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
                event -> event.putObject("edited").put("user", who).put("ts", stamps.ts()));
    }

    private Delivery changed(Person person, Conversation place, PostedMessage message) {
        var event = Json.object()
                .put("type", "message")
                .put("subtype", "message_changed")
                .put("channel_type", "im")
                .put("channel", place.id())
                .put("hidden", true)
                .put("ts", stamps.ts())
                .put("event_ts", stamps.ts());
        event.putObject("message")
                .put("type", "message")
                .put("user", person.id())
                .put("team", Objects.requireNonNullElse(person.teamId(), app.teamId()))
                .put("text", message.text())
                .put("ts", message.ts())
                .putObject("edited")
                .put("user", person.id())
                .put("ts", stamps.ts());
        return send(payloads.event(event, false));
    }

    /** What is written to the bot alone; Slack sends no mention of it, even if it is named. */
    private @Nullable Delivery direct(Person person, Conversation place, PostedMessage message) {
        if (place.kind() != Conversation.Kind.DIRECT
                || place.group()
                || !place.has(app.botUserId())
                || !app.scopes().contains("im:history")) {
            return null;
        }
        var event = Json.object()
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

    private @Nullable Delivery mention(
            Person person, Conversation place, PostedMessage message, @Nullable Consumer<ObjectNode> more) {
        var text = message.text();
        if (!text.contains("<@" + app.botUserId() + ">")
                || !place.has(app.botUserId())
                || place.kind() == Conversation.Kind.DIRECT
                || !app.scopes().contains("app_mentions:read")) {
            return null;
        }
        var event = Json.object().put("type", "app_mention").put("user", person.id());
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

    /** Links of the app's domains, wherever people of this workspace paste them. */
    private @Nullable Delivery links(Person person, Conversation place, PostedMessage message) {
        var mine = Links.in(message.text()).stream()
                .filter(url -> app.surfaces().unfurls(Links.host(url)))
                .toList();
        if (mine.isEmpty() || person.teamId() != null || !app.scopes().contains("links:read")) {
            return null;
        }
        var event = Json.object()
                .put("type", "link_shared")
                .put("user", person.id())
                .put("channel", place.id())
                .put("message_ts", message.ts());
        var links = event.putArray("links");
        mine.forEach(url -> links.addObject().put("url", url).put("domain", Links.host(url)));
        if (message.threadTs() != null) {
            event.put("thread_ts", message.threadTs());
        }
        event.put("source", "conversations_history")
                .put("unfurl_id", "C" + place.id() + "-" + message.ts())
                .put("is_bot_user_member", place.has(app.botUserId()))
                .put("event_ts", stamps.ts());
        return send(payloads.event(event, place.sharedOutside()));
    }

    Delivery openHome(String who) {
        var person = screens.active(who);
        ObjectNode event = Json.object()
                .put("type", "app_home_opened")
                .put("user", person.id())
                .put("channel", workspace.directBetween(app.botUserId(), who).id())
                .put("tab", "home")
                .put("event_ts", stamps.ts());
        views.home(who).ifPresent(view -> event.set("view", view.json(app, Json.object())));
        return send(payloads.event(event, false));
    }

    Delivery handshake(String challenge) {
        return deliveries.send(Deliveries.JSON, payloads.handshake(challenge), Map.of());
    }

    private Delivery send(String body) {
        return attempt(new Retry(body, 0, "", stamps.now()));
    }

    /** Sends what is due by the clock; each that fails once more waits for its next turn. */
    List<Delivery> retry() {
        List<Retry> due;
        synchronized (waiting) {
            due = waiting.stream()
                    .filter(each -> !each.due().isAfter(stamps.now()))
                    .toList();
            waiting.removeAll(due);
        }
        return due.stream().map(this::attempt).toList();
    }

    /** The same envelope once more, signed anew, as after an answer that got lost. */
    Delivery again(Delivery earlier) {
        var type = earlier.headers().getOrDefault("Content-Type", Deliveries.JSON);
        var event = type.equals(Deliveries.JSON);
        return deliveries.send(type, earlier.body(), event ? headers(1, "http_timeout") : Map.of());
    }

    private Delivery attempt(Retry retry) {
        var more = retry.number() == 0 ? Map.<String, String>of() : headers(retry.number(), retry.reason());
        var delivery = deliveries.send(Deliveries.JSON, retry.body(), more);
        if (!delivery.taken() && !delivery.retriesRefused() && retry.number() < RETRIES.size()) {
            var reason = delivery.status() > 0 ? "http_error" : reason(delivery);
            synchronized (waiting) {
                waiting.add(new Retry(retry.body(), retry.number() + 1, reason, retry.first()));
            }
        }
        return delivery;
    }

    private static String reason(Delivery delivery) {
        return "operation_timeout".equals(delivery.error()) ? "http_timeout" : "connection_failed";
    }

    private static Map<String, String> headers(int number, String reason) {
        return Map.of("X-Slack-Retry-Num", Integer.toString(number), "X-Slack-Retry-Reason", reason);
    }
}
