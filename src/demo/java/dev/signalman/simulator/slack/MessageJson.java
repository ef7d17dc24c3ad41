package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages as Slack writes them in answers and payloads. */
final class MessageJson {
    private MessageJson() {}

    static ObjectNode of(PostedMessage message, AppInstallation app) {
        var json = SlackJson.object();
        json.put("user", message.author());
        json.put("type", "message");
        json.put("ts", message.ts());
        if (message.author().equals(app.botUserId())) {
            json.put("bot_id", app.botId());
            json.put("app_id", app.appId());
        }
        json.put("text", message.text());
        json.put("team", app.teamId());
        if (message.threadTs() != null) {
            json.put("thread_ts", message.threadTs());
        }
        if (!message.blocks().isEmpty()) {
            json.set("blocks", message.blocks().deepCopy());
        }
        if (!message.unfurls().isEmpty()) {
            var attachments = json.putArray("attachments");
            message.unfurls()
                    .forEach((url, blocks) -> attachments
                            .addObject()
                            .put("id", attachments.size())
                            .put("app_unfurl_url", url)
                            .put("is_app_unfurl", true)
                            .put("from_url", url)
                            .put("bot_id", app.botId())
                            .set("blocks", blocks.deepCopy()));
        }
        return json;
    }
}
