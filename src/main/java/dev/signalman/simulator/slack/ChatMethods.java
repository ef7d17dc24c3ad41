package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code chat.*}: posting, changing and taking back messages. */
final class ChatMethods {
    private final Workspace workspace;
    private final Installation app;
    private final Stamps stamps;
    private final MessageRules rules;
    private final Places places;
    private final RateLimits limits;

    ChatMethods(Workspace workspace, Installation app, Stamps stamps, MessageRules rules, RateLimits limits) {
        this.workspace = workspace;
        this.app = app;
        this.stamps = stamps;
        this.rules = rules;
        this.places = new Places(workspace, app);
        this.limits = limits;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("chat.postMessage", "chat:write", 300, this::post),
                new ApiMethod("chat.update", "chat:write", ApiMethod.TIER_3, this::update),
                new ApiMethod("chat.postEphemeral", "chat:write", ApiMethod.TIER_4, this::postEphemeral),
                new ApiMethod("chat.delete", "chat:write", ApiMethod.TIER_3, this::delete),
                new ApiMethod("chat.getPermalink", null, ApiMethod.SPECIAL, this::permalink));
    }

    private ObjectNode post(Arguments arguments) {
        var place = places.toPostIn(arguments.required("channel"));
        var wait = limits.secondsToWaitIn(place.id(), stamps.now());
        if (wait.isPresent()) {
            throw new RateLimited(wait.getAsLong());
        }
        var blocks = rules.post(arguments.text("text"), arguments.blocks());
        var thread = places.thread(place, arguments.text("thread_ts"));
        var message = say(place.id(), app.botUserId(), arguments.text("text"), blocks, thread, null);
        return answer(message).<ObjectNode>set("message", MessageJson.of(message, app));
    }

    private ObjectNode postEphemeral(Arguments arguments) {
        var person = workspace.person(arguments.required("user"));
        var place = places.toPostIn(arguments.required("channel"));
        if (person == null || !place.has(person.id())) {
            throw new SlackRefusal("user_not_in_channel");
        }
        var blocks = rules.post(arguments.text("text"), arguments.blocks());
        var thread = places.thread(place, arguments.text("thread_ts"));
        if (thread != null && !active(place.id(), thread)) {
            return Json.object().put("message_ts", stamps.ts()); // Slack says ok, and shows it to nobody
        }
        var message = say(place.id(), app.botUserId(), arguments.text("text"), blocks, thread, person.id());
        return Json.object().put("message_ts", message.ts());
    }

    private boolean active(String channel, String thread) {
        return workspace.messages(channel).stream()
                .anyMatch(each -> thread.equals(each.threadTs()) && !each.ephemeral());
    }

    private ObjectNode update(Arguments arguments) {
        var old = own(arguments, "cant_update_message");
        if (workspace.restrictions().forbidChanges(old, stamps.now())) {
            throw new SlackRefusal("edit_window_closed");
        }
        var text = arguments.text("text");
        var blocks = arguments.blocks();
        if (blocks == null && text == null) {
            throw new SlackRefusal("no_text");
        }
        var checked = rules.update(old, text, blocks);
        var changed = old.saying(text == null ? old.text() : text, new KeptBlocks(stamps).of(checked));
        workspace.replace(changed);
        return answer(changed).put("text", changed.text()).<ObjectNode>set("message", MessageJson.of(changed, app));
    }

    private ObjectNode delete(Arguments arguments) {
        var old = own(arguments, "cant_delete_message");
        workspace.remove(old);
        return answer(old);
    }

    private ObjectNode permalink(Arguments arguments) {
        var place = places.seen(arguments.required("channel"));
        var ts = arguments.required("message_ts");
        if (workspace
                .message(place.id(), ts)
                .filter(message -> !message.ephemeral())
                .isEmpty()) {
            throw new SlackRefusal("message_not_found");
        }
        return Json.object()
                .put("channel", place.id())
                .put(
                        "permalink",
                        "https://%s.slack.com/archives/%s/p%s"
                                .formatted(app.teamDomain(), place.id(), ts.replace(".", "")));
    }

    private PostedMessage own(Arguments arguments, String otherwise) {
        var place = places.seen(arguments.required("channel"));
        var message = workspace
                .message(place.id(), arguments.required("ts"))
                .filter(each -> !each.ephemeral()) // Slack keeps no ephemeral message, so it finds none
                .orElseThrow(() -> new SlackRefusal("message_not_found"));
        if (!message.author().equals(app.botUserId())) {
            throw new SlackRefusal(otherwise);
        }
        if (place.archived()) {
            throw new SlackRefusal("is_archived");
        }
        return message;
    }

    /** Puts a message there, however it came. */
    PostedMessage say(
            String channel,
            String author,
            @Nullable String text,
            ArrayNode blocks,
            @Nullable String thread,
            @Nullable String ephemeralFor) {
        var message = new PostedMessage(
                channel,
                stamps.ts(),
                author,
                Objects.requireNonNullElse(text, ""),
                new KeptBlocks(stamps).of(blocks),
                thread,
                ephemeralFor,
                Map.of(),
                List.of());
        workspace.post(message);
        return message;
    }

    private static ObjectNode answer(PostedMessage message) {
        return Json.object().put("channel", message.channel()).put("ts", message.ts());
    }
}
