package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code chat.*}: posts, updates and deletes messages. */
final class ChatMethods {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final TimestampGenerator timestampGenerator;
    private final MessageRules rules;
    private final BotChannelAccess botChannelAccess;
    private final RateLimits limits;

    ChatMethods(
            SimulatedWorkspace workspace,
            AppInstallation app,
            TimestampGenerator timestampGenerator,
            MessageRules rules,
            RateLimits limits) {
        this.workspace = workspace;
        this.app = app;
        this.timestampGenerator = timestampGenerator;
        this.rules = rules;
        this.botChannelAccess = new BotChannelAccess(workspace, app);
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

    private ObjectNode post(MethodArguments arguments) {
        var place = botChannelAccess.toPostIn(arguments.required("channel"));
        var wait = limits.secondsToWaitIn(place.id(), timestampGenerator.now());
        if (wait.isPresent()) {
            throw new RateLimited(wait.getAsLong());
        }
        var blocks = rules.post(arguments.text("text"), arguments.blocks());
        var thread = botChannelAccess.thread(place, arguments.text("thread_ts"));
        var message = say(place.id(), app.botUserId(), arguments.text("text"), blocks, thread, null);
        return answer(message).<ObjectNode>set("message", MessageJson.of(message, app));
    }

    private ObjectNode postEphemeral(MethodArguments arguments) {
        var person = workspace.person(arguments.required("user"));
        var place = botChannelAccess.toPostIn(arguments.required("channel"));
        if (person == null || !place.has(person.id())) {
            throw new SlackRefusal("user_not_in_channel");
        }
        var blocks = rules.post(arguments.text("text"), arguments.blocks());
        var thread = botChannelAccess.thread(place, arguments.text("thread_ts"));
        if (thread != null && !active(place.id(), thread)) {
            return SlackJson.object()
                    .put("message_ts", timestampGenerator.ts()); // Slack answers ok, but shows it to nobody
        }
        var message = say(place.id(), app.botUserId(), arguments.text("text"), blocks, thread, person.id());
        return SlackJson.object().put("message_ts", message.ts());
    }

    private boolean active(String channel, String thread) {
        return workspace.messages(channel).stream()
                .anyMatch(each -> thread.equals(each.threadTs()) && !each.ephemeral());
    }

    private ObjectNode update(MethodArguments arguments) {
        var old = own(arguments, "cant_update_message");
        if (workspace.restrictions().forbidChanges(old, timestampGenerator.now())) {
            throw new SlackRefusal("edit_window_closed");
        }
        var text = arguments.text("text");
        var blocks = arguments.blocks();
        if (blocks == null && text == null) {
            throw new SlackRefusal("no_text");
        }
        var checked = rules.update(old, text, blocks);
        var changed = old.saying(text == null ? old.text() : text, new StoredBlocks(timestampGenerator).of(checked));
        workspace.replace(changed);
        return answer(changed).put("text", changed.text()).<ObjectNode>set("message", MessageJson.of(changed, app));
    }

    private ObjectNode delete(MethodArguments arguments) {
        var old = own(arguments, "cant_delete_message");
        workspace.remove(old);
        return answer(old);
    }

    private ObjectNode permalink(MethodArguments arguments) {
        var place = botChannelAccess.seen(arguments.required("channel"));
        var ts = arguments.required("message_ts");
        if (workspace
                .message(place.id(), ts)
                .filter(message -> !message.ephemeral())
                .isEmpty()) {
            throw new SlackRefusal("message_not_found");
        }
        return SlackJson.object()
                .put("channel", place.id())
                .put(
                        "permalink",
                        "https://%s.slack.com/archives/%s/p%s"
                                .formatted(app.teamDomain(), place.id(), ts.replace(".", "")));
    }

    private PostedMessage own(MethodArguments arguments, String otherwise) {
        var place = botChannelAccess.seen(arguments.required("channel"));
        var message = workspace
                .message(place.id(), arguments.required("ts"))
                .filter(each -> !each.ephemeral()) // Slack stores no ephemeral messages
                .orElseThrow(() -> new SlackRefusal("message_not_found"));
        if (!message.author().equals(app.botUserId())) {
            throw new SlackRefusal(otherwise);
        }
        if (place.archived()) {
            throw new SlackRefusal("is_archived");
        }
        return message;
    }

    /** Adds a message from any source. */
    PostedMessage say(
            String channel,
            String author,
            @Nullable String text,
            ArrayNode blocks,
            @Nullable String thread,
            @Nullable String ephemeralFor) {
        var message = new PostedMessage(
                channel,
                timestampGenerator.ts(),
                author,
                Objects.requireNonNullElse(text, ""),
                new StoredBlocks(timestampGenerator).of(blocks),
                thread,
                ephemeralFor,
                Map.of(),
                List.of());
        workspace.post(message);
        return message;
    }

    private static ObjectNode answer(PostedMessage message) {
        return SlackJson.object().put("channel", message.channel()).put("ts", message.ts());
    }
}
