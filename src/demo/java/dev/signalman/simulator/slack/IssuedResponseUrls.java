package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The issued {@code response_url}s: each accepts five messages within thirty minutes. */
final class IssuedResponseUrls {
    private static final int USES = 5;
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** The meaning of a URL; {@code message} is the pressed one, null for a command. */
    private record Grant(
            String channel, String person, @Nullable PostedMessage message, Instant until, int left) {
        Grant used() {
            return new Grant(channel, person, message, until, left - 1);
        }
    }

    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final TimestampGenerator timestampGenerator;
    private final ChatMethods chat;
    private final MessageRules rules;
    private final FaultInjector faultInjector;
    private final Supplier<String> address;
    private final Map<String, Grant> grants = new HashMap<>();

    IssuedResponseUrls(
            SimulatedWorkspace workspace,
            AppInstallation app,
            TimestampGenerator timestampGenerator,
            ChatMethods chat,
            MessageRules rules,
            FaultInjector faultInjector,
            Supplier<String> address) {
        this.workspace = workspace;
        this.app = app;
        this.timestampGenerator = timestampGenerator;
        this.chat = chat;
        this.rules = rules;
        this.faultInjector = faultInjector;
        this.address = address;
    }

    String give(String channel, String person, @Nullable PostedMessage message) {
        var id = timestampGenerator.shortId();
        synchronized (grants) {
            grants.put(
                    id,
                    new Grant(channel, person, message, timestampGenerator.now().plus(LIFE), USES));
        }
        return address.get() + "/response/" + app.teamId() + "/" + id;
    }

    Reply answer(HttpCall call) throws InterruptedException {
        faultInjector.came(call);
        var id = call.path().substring(call.path().lastIndexOf('/') + 1);
        var text = SlackJson.parse(call.text())
                .map(body -> body.path("text").asText())
                .orElse("");
        return faultInjector.through("response_url", channel(id), text, () -> {
            try {
                workspace.together(() -> use(id, call));
                return new FaultInjector.Answered(Reply.text(200, "ok"), null);
            } catch (SlackRefusal refusal) {
                var gone = refusal.word().endsWith("_url");
                return new FaultInjector.Answered(Reply.text(gone ? 404 : 400, refusal.word()), refusal.word());
            }
        });
    }

    private @Nullable String channel(String id) {
        synchronized (grants) {
            var grant = grants.get(id);
            return grant == null ? null : grant.channel();
        }
    }

    private boolean use(String id, HttpCall call) {
        Grant grant;
        synchronized (grants) {
            grant = grants.get(id);
            if (grant == null) {
                throw new SlackRefusal("no_such_url");
            }
            if (timestampGenerator.now().isAfter(grant.until())) {
                throw new SlackRefusal("expired_url");
            }
            if (grant.left() == 0) {
                throw new SlackRefusal("used_url");
            }
        }
        if (!(SlackJson.parse(call.text()).orElse(null) instanceof ObjectNode body)) {
            throw new SlackRefusal("invalid_payload");
        }
        apply(new MethodArguments(body), grant.channel(), grant.person(), grant.message());
        synchronized (grants) {
            grants.put(id, grant.used());
        }
        return true;
    }

    /** Applies a body as Slack does, from a URL or from the answer to a command. */
    void apply(MethodArguments body, String channel, String person, @Nullable PostedMessage pressed) {
        var old = pressed == null
                ? null
                : workspace.message(channel, pressed.ts()).orElse(null);
        if (body.flag("delete_original") && pressed != null) {
            if (old == null) {
                throw new SlackRefusal("message_not_found");
            }
            workspace.remove(old);
            return;
        }
        if (body.flag("replace_original") && pressed != null) {
            if (old == null) {
                throw new SlackRefusal("message_not_found");
            }
            var text = body.text("text");
            var checked = rules.update(old, text, body.blocks());
            workspace.replace(
                    old.saying(text == null ? old.text() : text, new StoredBlocks(timestampGenerator).of(checked)));
            return;
        }
        var checked = rules.post(body.text("text"), body.blocks());
        var forAll = "in_channel".equals(body.text("response_type"));
        var thread = forAll ? body.text("thread_ts") : null; // an ephemeral message goes to the channel (docs/slack.md)
        chat.say(channel, app.botUserId(), body.text("text"), checked, thread, forAll ? null : person);
    }
}
