package dev.signalman.harness;

import java.util.List;

/** Valid bodies of each kind from Slack and Semaphore, with every field that is read. */
public final class WellFormedBodies {
    /** A slash command, as a form. */
    public static final String COMMAND =
            "token=x&team_id=T0001&team_domain=acme&enterprise_id=E0001&channel_id=C2147483705&channel_name=ci"
                    + "&user_id=U2147483697&user_name=dana&command=%2Fsemaphore&text=status+web&is_enterprise_install=false"
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0001%2F5678%2Fabc"
                    + "&trigger_id=13345224609.738474920.8088930838d88f008e0";

    private static final String USER =
            "\"user\":{\"id\":\"UA8RXUSPL\",\"username\":\"dana\",\"name\":\"dana\",\"team_id\":\"T0001\"}";
    private static final String MEMO =
            "{\\\"line\\\":\\\"reject 1\\\",\\\"channel\\\":\\\"C2147483705\\\",\\\"at\\\":1764504000,\\\"press\\\":{\\\"card\\\":\\\"x\\\",\\\"drawing\\\":1,"
                    + "\\\"label\\\":\\\"Reject\\\",\\\"ephemeral\\\":false}}";

    /** Values of the form field {@code payload}. */
    public static final List<String> PAYLOADS = List.of(
            """
            {"type":"block_actions",%s,"api_app_id":"A1","token":"x",
             "container":{"type":"message","message_ts":"1548261231.000200","channel_id":"C2147483705","is_ephemeral":false,
                          "thread_ts":"1548261230.000200"},
             "trigger_id":"12321423423.333649436676.d8c1bb","team":{"id":"T0001","domain":"acme"},
             "channel":{"id":"C2147483705","name":"ci"},
             "message":{"type":"message","text":"failed","user":"U0BOT","ts":"1548261231.000200",
                        "blocks":[{"type":"section","block_id":"x:0","text":{"type":"mrkdwn","text":"hi"}}]},
             "state":{"values":{}},"response_url":"https://hooks.slack.com/actions/T0001/1/x",
             "actions":[{"action_id":"command:stop:0","block_id":"pipeline-1f@3:2","type":"button","value":"stop 1f",
                         "text":{"type":"plain_text","text":"Stop","emoji":true},"action_ts":"1548426417.840180"}]}""".formatted(USER),
            """
            {"type":"block_actions",%s,"trigger_id":"1.2.3","team":{"id":"T0001"},
             "container":{"type":"view","view_id":"V1"},
             "view":{"id":"V1","type":"home","private_metadata":"D0123","hash":"1.x","state":{"values":{}}},
             "actions":[{"action_id":"command:pick:0","block_id":"b","type":"static_select","action_ts":"1.0",
                         "selected_option":{"text":{"type":"plain_text","text":"web"},"value":"status web"}}]}""".formatted(USER),
            """
            {"type":"view_submission",%s,"team":{"id":"T0001"},
             "view":{"id":"V1","type":"modal","callback_id":"form","private_metadata":"%s","hash":"1.x",
                     "state":{"values":{"reason":{"x":{"type":"plain_text_input","value":"because"}},
                              "target":{"x":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"a"},"value":"a"}},
                                        "y":{"type":"checkboxes","selected_options":[{"text":{"type":"plain_text","text":"b"},"value":"b"}]}}}}}}""".formatted(USER, MEMO),
            """
            {"type":"block_suggestion",%s,"team":{"id":"T0001"},"action_id":"project","block_id":"project","value":"we",
             "view":{"id":"V1","type":"modal","callback_id":"form","private_metadata":"%s","state":{"values":{}}}}""".formatted(USER, MEMO),
            """
            {"type":"message_action","callback_id":"act_on_pipeline",%s,"team":{"id":"T0001"},"trigger_id":"1.2.3",
             "channel":{"id":"C2147483705","name":"ci"},"message_ts":"1.0","action_ts":"2.0","response_url":"https://hooks.slack.com/app/T1/1/x",
             "message":{"type":"message","user":"U1","ts":"1.0","thread_ts":"0.5",
                        "text":"<https://acme.semaphoreci.com/jobs/6ac4a1ff-2f0f-4a5c-8a0b-6d21f7b0b8a1>",
                        "attachments":[{"text":"x","blocks":[]}]}}""".formatted(USER));

    /** Events, as JSON. */
    public static final List<String> EVENTS = List.of(
            event("""
                    {"type":"app_mention","user":"U2147483697","text":"<@U0SIGNALMAN> status web","ts":"1.0","channel":"C2147483705",
                     "event_ts":"1.0","thread_ts":"0.5","team":"T0001","user_team":"T0001",
                     "blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]}"""),
            event("""
                    {"type":"app_home_opened","user":"U2147483697","channel":"D0123","tab":"home","event_ts":"1.0",
                     "view":{"id":"V1","type":"home","private_metadata":"D0123","blocks":[],"state":{"values":{}}}}"""),
            event("""
                    {"type":"link_shared","user":"U2147483697","channel":"C2147483705","message_ts":"1.0","unfurl_id":"x",
                     "source":"conversations_history","event_ts":"1.0","is_bot_user_member":true,
                     "links":[{"domain":"acme.semaphoreci.com","url":"https://acme.semaphoreci.com/jobs/6ac4a1ff-2f0f-4a5c-8a0b-6d21f7b0b8a1"}]}"""),
            "{\"token\":\"x\",\"challenge\":\"3eZbrw1aBm2r\",\"type\":\"url_verification\"}");

    /** A notification of Semaphore. */
    public static final String NOTIFICATION = """
            {"version":"1.0.0","pipeline":{"id":"fa02c7bd-7a8b-42e0-8d6e-aa0d8a194e19","state":"done","result":"passed"},
             "revision":{"sender":{"login":"x","email":"x@acme.example"},"branch":{"name":"main"}},
             "project":{"name":"web"},"blocks":[{"name":"a","jobs":[{"name":"b"}]}]}""";

    private WellFormedBodies() {}

    private static String event(String event) {
        return """
                {"token":"x","team_id":"T0001","api_app_id":"A1","type":"event_callback","event_id":"Ev0PV52K21","event_time":1355517523,
                 "event_context":"x","is_ext_shared_channel":false,
                 "authorizations":[{"enterprise_id":null,"team_id":"T0001","user_id":"U0SIGNALMAN","is_bot":true,"is_enterprise_install":false}],
                 "event":%s}""".formatted(event);
    }
}
