package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A modal or home tab on a person's screen.
 *
 * @param content the bot's view, with the ids that Slack adds
 * @param hash changes with each change of the content
 * @param root the lowest view of its stack
 * @param previous the view below, null for the lowest
 * @param errors errors by block, after a rejected submission
 */
public record OpenView(
        String id,
        String person,
        ObjectNode content,
        String hash,
        String root,
        @Nullable String previous,
        Map<String, String> errors) {
    /** Copies the errors. */
    public OpenView {
        errors = Map.copyOf(errors);
    }

    /** The title; empty for a home tab. */
    public String title() {
        return content.path("title").path("text").asText();
    }

    /** Button labels in order. */
    public List<String> buttons() {
        return InteractiveControl.on(content.path("blocks")).stream()
                .filter(control -> control.type().equals("button"))
                .map(InteractiveControl::label)
                .toList();
    }

    /** Its blocks as plain text. */
    public String drawn() {
        return MessageText.ofBlocks(content.path("blocks"));
    }

    OpenView showing(ObjectNode content, String hash) {
        return new OpenView(id, person, content, hash, root, previous, Map.of());
    }

    OpenView faulted(Map<String, String> errors) {
        return new OpenView(id, person, content, hash, root, previous, errors);
    }

    String externalId() {
        return content.path("external_id").asText();
    }

    /** The view as Slack writes it, with what was filled in. */
    ObjectNode json(AppInstallation app, ObjectNode values) {
        ObjectNode json = content.deepCopy();
        json.put("id", id).put("team_id", app.teamId());
        for (var text : List.of("private_metadata", "callback_id", "external_id")) {
            if (!json.has(text)) {
                json.put(text, "");
            }
        }
        for (var flag : List.of("clear_on_close", "notify_on_close")) {
            if (!json.has(flag)) {
                json.put(flag, false);
            }
        }
        json.putObject("state").set("values", values);
        return json.put("hash", hash)
                .put("root_view_id", root)
                .put("previous_view_id", previous)
                .put("app_id", app.appId())
                .put("app_installed_team_id", app.teamId())
                .put("bot_id", app.botId());
    }
}
