package dev.signalman.slack.inbound;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Bodies as Slack sends them. */
final class SlackRequestBodies {
    static final String HOOK = "https://hooks.slack.com/actions/T0001/1232321423432/D09s";

    private SlackRequestBodies() {}

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> command(String text) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("token", "deprecated");
        fields.put("team_id", "T0001");
        fields.put("team_domain", "acme");
        fields.put("enterprise_id", "E0001");
        fields.put("channel_id", "C2147483705");
        fields.put("channel_name", "ci");
        fields.put("user_id", "U2147483697");
        fields.put("user_name", "dana");
        fields.put("command", "/semaphore");
        fields.put("text", text);
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", "https://hooks.slack.com/commands/T0001/5678/abc");
        fields.put("trigger_id", "13345224609.738474920.8088930838d88f008e0");
        return fields;
    }

    /** A press on a message, with the actions given as JSON. */
    static String press(String actions) {
        return payload("""
                {"type":"block_actions",
                 "user":{"id":"UA8RXUSPL","username":"dana","name":"dana","team_id":"T0001"},
                 "api_app_id":"A123456","token":"deprecated",
                 "container":{"type":"message","message_ts":"1548261231.000200","channel_id":"C2147483705",
                              "is_ephemeral":false},
                 "trigger_id":"12321423423.333649436676.d8c1bb","team":{"id":"T0001","domain":"acme"},
                 "enterprise":null,"is_enterprise_install":false,"channel":{"id":"C2147483705","name":"ci"},
                 "message":{"bot_id":"BAH5CA16Z","type":"message","text":"Pipeline failed","user":"U0BOT",
                            "ts":"1548261231.000200","app_id":"A123456","team":"T0001",
                            "blocks":[{"type":"section","block_id":"x:0","text":{"type":"mrkdwn","text":"hi"}}]},
                 "state":{"values":{}},"response_url":"%s","actions":[%s]}""".formatted(HOOK, actions));
    }

    static String payload(String json) {
        return "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    static String button(String actionId, String value) {
        return """
                {"action_id":"%s","block_id":"pipeline-1f:2","type":"button","value":"%s","style":"danger",
                 "text":{"type":"plain_text","text":"Stop","emoji":true},"action_ts":"1548426417.840180"}""".formatted(actionId, value);
    }
}
