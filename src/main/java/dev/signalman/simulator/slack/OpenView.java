package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A modal or a home tab on somebody's screen.
 *
 * @param content what the bot gave, with the ids that Slack adds
 * @param hash changes with each change of the content
 * @param root the lowest view of the stack it is in
 * @param previous the view under it, null for the lowest
 * @param errors under which block which words stand, after a submission that was sent back
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

    /** What stands at the top of it; empty for a home tab. */
    public String title() {
        return content.path("title").path("text").asText();
    }

    /** The labels of the buttons in it, in order. */
    public List<String> buttons() {
        return InteractiveControl.on(content.path("blocks")).stream()
                .filter(control -> control.type().equals("button"))
                .map(InteractiveControl::label)
                .toList();
    }

    /** Its blocks drawn as plain text. */
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
