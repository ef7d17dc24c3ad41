package dev.signalman.slack.inbound;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;

/**
 * What kind of request Slack sends. Only kinds that are answered are parsed at all: Slack's own parser prints the whole body of
 * one that it does not know.
 */
enum SlackRequestKind {
    COMMAND,
    BLOCK_ACTIONS,
    MESSAGE_ACTION,
    VIEW_SUBMISSION,
    BLOCK_SUGGESTION,
    EVENT_CALLBACK,
    /** An event that the app never subscribed to: Bolt would print what it calls itself. */
    UNHEARD_EVENT,
    URL_VERIFICATION,
    /** Slack dropped events, since too many came together: it sends this once a minute in their place. */
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

    /** The kind that the {@code type} of a JSON object names; it is read no further than that. */
    static SlackRequestKind ofJson(String json) {
        return named(text(json, "type"));
    }

    private static String eventType(String json) {
        return text(json, "event", "type");
    }

    /** The text at a path of names; {@code ""} where there is none, since it is not JSON, or not an object. */
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
