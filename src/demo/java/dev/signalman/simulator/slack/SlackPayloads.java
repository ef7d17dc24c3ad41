package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bodies of Slack's requests; docs/slack.md describes them. */
final class SlackPayloads {
    /** A deprecated field that Slack still sends; nothing may rely on it. */
    private static final String VERIFICATION_TOKEN = "deprecated";

    private final AppInstallation app;
    private final TriggerIds triggerIds;
    private final IssuedResponseUrls urls;
    private final TimestampGenerator timestampGenerator;

    SlackPayloads(
            AppInstallation app,
            TriggerIds triggerIds,
            IssuedResponseUrls urls,
            TimestampGenerator timestampGenerator) {
        this.app = app;
        this.triggerIds = triggerIds;
        this.urls = urls;
        this.timestampGenerator = timestampGenerator;
    }

    String command(SimulatedPerson person, Conversation place, String command, String text) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("token", VERIFICATION_TOKEN);
        fields.put("team_id", app.teamId());
        fields.put("team_domain", app.teamDomain());
        if (app.enterpriseId() != null) {
            fields.put("enterprise_id", app.enterpriseId());
            fields.put("enterprise_name", app.teamDomain());
        }
        fields.put("channel_id", place.id());
        fields.put("channel_name", channelName(place));
        fields.put("user_id", person.id());
        fields.put("user_name", person.name());
        fields.put("command", command);
        fields.put("text", text);
        fields.put("api_app_id", app.appId());
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", urls.give(place.id(), person.id(), null));
        fields.put("trigger_id", triggerIds.give(person.id()));
        return form(fields);
    }

    private static String channelName(Conversation place) {
        return switch (place.kind()) {
            case PUBLIC -> place.name();
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }

    String pressOnMessage(SimulatedPerson person, Conversation place, PostedMessage message, ObjectNode action) {
        var payload = interaction("block_actions", person);
        var container = payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", place.id())
                .put("is_ephemeral", message.ephemeral());
        if (message.threadTs() != null) {
            container.put("thread_ts", message.threadTs());
        }
        payload.put("trigger_id", triggerIds.give(person.id()));
        payload.putObject("channel").put("id", place.id()).put("name", channelName(place));
        if (!message.ephemeral()) { // Slack does not store ephemeral messages, so it cannot send them along
            payload.set("message", MessageJson.of(message, app));
        }
        payload.putObject("state").set("values", state(action));
        payload.put("response_url", urls.give(place.id(), person.id(), message));
        payload.putArray("actions").add(action);
        return wrapped(payload);
    }

    String pressOnView(SimulatedPerson person, ObjectNode view, ObjectNode action) {
        var payload = interaction("block_actions", person);
        payload.putObject("container")
                .put("type", "view")
                .put("view_id", view.path("id").asText());
        payload.put("trigger_id", triggerIds.give(person.id()));
        payload.set("view", view);
        payload.putArray("actions").add(action);
        return wrapped(payload);
    }

    /** The request for a menu's options; {@code where} is its message or view. */
    String suggestion(SimulatedPerson person, InteractiveControl control, String typed, ObjectNode where) {
        var payload = interaction("block_suggestion", person);
        payload.put("action_id", control.actionId())
                .put("block_id", control.blockId())
                .put("value", typed);
        payload.setAll(where);
        return wrapped(payload);
    }

    ObjectNode whereOnMessage(Conversation place, PostedMessage message) {
        var where = SlackJson.object();
        where.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", place.id())
                .put("is_ephemeral", message.ephemeral());
        where.putObject("channel").put("id", place.id()).put("name", channelName(place));
        return where;
    }

    String shortcut(SimulatedPerson person, Conversation place, PostedMessage message, String callback) {
        var payload = interaction("message_action", person);
        payload.put("action_ts", timestampGenerator.ts()).put("callback_id", callback);
        payload.put("trigger_id", triggerIds.give(person.id()));
        payload.putObject("channel").put("id", place.id()).put("name", channelName(place));
        payload.put("message_ts", message.ts());
        payload.set("message", MessageJson.of(message, app));
        payload.put("response_url", urls.give(place.id(), person.id(), null));
        return wrapped(payload);
    }

    String submission(SimulatedPerson person, ObjectNode view) {
        var payload = interaction("view_submission", person);
        payload.put("trigger_id", triggerIds.give(person.id()));
        payload.set("view", view);
        payload.putArray("response_urls");
        return wrapped(payload);
    }

    String closing(SimulatedPerson person, ObjectNode view) {
        var payload = interaction("view_closed", person);
        payload.set("view", view);
        payload.put("is_cleared", false);
        return wrapped(payload);
    }

    String event(ObjectNode event, boolean sharedOutside) {
        var payload = SlackJson.object()
                .put("token", VERIFICATION_TOKEN)
                .put("team_id", app.teamId())
                .put("context_team_id", app.teamId())
                .put("context_enterprise_id", app.enterpriseId())
                .put("api_app_id", app.appId());
        payload.set("event", event);
        payload.put("type", "event_callback")
                .put("event_id", timestampGenerator.eventId())
                .put("event_time", timestampGenerator.now().getEpochSecond());
        payload.putArray("authorizations")
                .addObject()
                .put("enterprise_id", app.enterpriseId())
                .put("team_id", app.teamId())
                .put("user_id", app.botUserId())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        payload.put("is_ext_shared_channel", sharedOutside).put("event_context", "4-" + timestampGenerator.shortId());
        return SlackJson.write(payload);
    }

    String handshake(String challenge) {
        return SlackJson.write(SlackJson.object()
                .put("token", VERIFICATION_TOKEN)
                .put("challenge", challenge)
                .put("type", "url_verification"));
    }

    private ObjectNode interaction(String type, SimulatedPerson person) {
        var payload = SlackJson.object().put("type", type);
        payload.putObject("user")
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", Objects.requireNonNullElse(person.teamId(), app.teamId()));
        payload.put("api_app_id", app.appId()).put("token", VERIFICATION_TOKEN);
        payload.putObject("team").put("id", app.teamId()).put("domain", app.teamDomain());
        payload.set("enterprise", enterprise());
        payload.put("is_enterprise_install", false);
        return payload;
    }

    private @Nullable JsonNode enterprise() {
        return app.enterpriseId() == null
                ? null
                : SlackJson.object().put("id", app.enterpriseId()).put("name", app.teamDomain());
    }

    /** State of the controls: menus contain the choice, buttons have none. */
    private static ObjectNode state(ObjectNode action) {
        var values = SlackJson.object();
        if (action.path("type").asText().equals("static_select")) {
            values.putObject(action.path("block_id").asText())
                    .putObject(action.path("action_id").asText())
                    .put("type", "static_select")
                    .set("selected_option", action.path("selected_option"));
        }
        return values;
    }

    private static String wrapped(ObjectNode payload) {
        return form(Map.of("payload", SlackJson.write(payload)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
