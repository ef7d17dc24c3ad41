package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code chat.unfurl}: previews under links of the app's domains. */
final class UnfurlMethods {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final MessageRules rules;
    private final TimestampGenerator timestampGenerator;

    UnfurlMethods(
            SimulatedWorkspace workspace,
            AppInstallation app,
            MessageRules rules,
            TimestampGenerator timestampGenerator) {
        this.workspace = workspace;
        this.app = app;
        this.rules = rules;
        this.timestampGenerator = timestampGenerator;
    }

    List<ApiMethod> all() {
        return List.of(new ApiMethod("chat.unfurl", "links:write", ApiMethod.TIER_3, this::unfurl));
    }

    private ObjectNode unfurl(MethodArguments arguments) {
        var channel = arguments.required("channel");
        var message = workspace
                .message(channel, arguments.required("ts"))
                .filter(each -> !each.ephemeral())
                .orElseThrow(() -> new SlackRefusal("cannot_unfurl_message"));
        var unfurls = arguments.object("unfurls");
        if (unfurls == null) {
            throw new SlackRefusal("missing_unfurls");
        }
        var shown = new LinkedHashMap<String, ArrayNode>();
        unfurls.properties().forEach(each -> {
            var links = MessageLinks.in(message.text());
            var mine = app.surfaces().unfurls(MessageLinks.host(each.getKey()));
            if (!mine || !links.contains(each.getKey())) {
                throw new SlackRefusal("cannot_unfurl_url");
            }
            if (!(each.getValue().path("blocks") instanceof ArrayNode blocks)) {
                throw new SlackRefusal("invalid_unfurls_format");
            }
            rules.unfurl(blocks);
            shown.put(each.getKey(), new StoredBlocks(timestampGenerator).of(blocks));
        });
        workspace.replace(message.unfurling(shown));
        return SlackJson.object();
    }
}
