package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A message as the client draws it: Slack's JSON, and what Slack's clients know besides. */
final class ClientWindowMessage {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;

    ClientWindowMessage(SimulatedWorkspace workspace, AppInstallation app) {
        this.workspace = workspace;
        this.app = app;
    }

    ObjectNode of(PostedMessage message, List<PostedMessage> visible) {
        var json = MessageJson.of(message, app);
        var author = workspace.person(message.author());
        json.putObject("from")
                .put("id", message.author())
                .put("name", author == null ? message.author() : author.realName())
                .put("bot", message.author().equals(app.botUserId()));
        json.put("ephemeral", message.ephemeral());
        json.put("edited", !message.earlier().isEmpty());
        json.put("deleted", false);
        var replies = visible.stream()
                .filter(each -> message.ts().equals(each.threadTs()) && !each.ephemeral())
                .toList();
        json.put("replyCount", replies.size());
        if (!replies.isEmpty()) {
            json.put("lastReply", replies.get(replies.size() - 1).ts());
        }
        return json;
    }
}
