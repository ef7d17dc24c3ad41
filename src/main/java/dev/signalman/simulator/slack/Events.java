package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var mentioned = mention(person, place, message);
        var linked = links(person, place, message);
        return mentioned == null ? linked : mentioned;
    }

    private @Nullable Delivery mention(Person person, Conversation place, PostedMessage message) {
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
