package dev.signalman.slack.inbound;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;

/**
 * The kind of a request from Slack. Only kinds that are answered are parsed: Bolt's parser logs the whole body of an
 * unknown one.
 */
enum SlackRequestKind {
    COMMAND,
    BLOCK_ACTIONS,
    MESSAGE_ACTION,
    VIEW_SUBMISSION,
    BLOCK_SUGGESTION,
    EVENT_CALLBACK,
    /** An event that the bot does not read; Bolt would log its name. */
    UNHEARD_EVENT,
    URL_VERIFICATION,
    /** Slack dropped events above its rate limit; it sends this once a minute instead. */
    APP_RATE_LIMITED,
    SSL_CHECK,
    OTHER;

    /** The kind of a request without a {@code payload} field. */
    static SlackRequestKind ofBody(String body) {
        if (body.stripLeading().startsWith("{")) {
            var kind = ofJson(body);
            if (kind == EVENT_CALLBACK) {
                return SlackEvent.heard(eventType(body), text(body, "event", "subtype"))
                        ? EVENT_CALLBACK
                        : UNHEARD_EVENT;
            }
            return kind == URL_VERIFICATION || kind == APP_RATE_LIMITED ? kind : OTHER;
        }
        if (body.startsWith("command=") || body.contains("&command=")) {
            return COMMAND;
        }
        return body.startsWith("ssl_check=") || body.contains("&ssl_check=") ? SSL_CHECK : OTHER;
    }

    /** The kind by the {@code type} of a JSON object; the rest is not parsed. */
    static SlackRequestKind ofJson(String json) {
        return named(text(json, "type"));
    }

    private static String eventType(String json) {
        return text(json, "event", "type");
    }

    /** The text at a path of names; empty if there is none or the JSON is malformed. */
    private static String text(String json, String... path) {
        try (var reader = new JsonReader(new StringReader(json))) {
            int depth = 0;
            reader.beginObject();
            while (reader.hasNext()) {
                if (!reader.nextName().equals(path[depth])) {
                    reader.skipValue();
                } else if (depth == path.length - 1) {
                    return reader.nextString();
                } else {
                    depth++;
                    reader.beginObject();
                }
            }
            return "";
        } catch (IOException | IllegalStateException malformed) {
            return "";
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static SlackRequestKind named(String type) {
        for (var kind : new SlackRequestKind[] {
            BLOCK_ACTIONS,
            MESSAGE_ACTION,
            VIEW_SUBMISSION,
            BLOCK_SUGGESTION,
            EVENT_CALLBACK,
            URL_VERIFICATION,
            APP_RATE_LIMITED
        }) {
            if (kind.word().equals(type)) {
                return kind;
            }
        }
        return OTHER;
    }
}
