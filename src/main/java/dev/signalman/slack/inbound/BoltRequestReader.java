package dev.signalman.slack.inbound;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import com.slack.api.util.json.GsonFactory;
import dev.signalman.web.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Converts verified HTTP calls to Bolt's requests. */
final class BoltRequestReader {
    private static final String PAYLOAD = "payload=";

    /** Slack's Gson, created once: Bolt creates one per press, at twenty times the cost (docs/slack.md). */
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final SlackRequestParser bolt;

    BoltRequestReader(AppConfig config) {
        this.bolt = new SlackRequestParser(config);
    }

    /** A parsed call: its kind, and its requests, nearly always one. */
    record Parsed(SlackRequestKind kind, List<? extends Request<?>> requests) {}

    /**
     * Parses a call.
     *
     * @throws RuntimeException of many types when the body is malformed
     */
    Parsed read(HttpCall call) {
        var body = call.text();
        if (body.startsWith(PAYLOAD)) {
            return interaction(payload(body), headers(call));
        }
        var kind = SlackRequestKind.ofBody(body);
        if (kind == SlackRequestKind.OTHER
                || kind == SlackRequestKind.UNHEARD_EVENT
                || kind == SlackRequestKind.APP_RATE_LIMITED) {
            return new Parsed(kind, List.of());
        }
        if (kind == SlackRequestKind.COMMAND) {
            // Bolt's parser returns this too, but parses the body twice more to find its kind
            return new Parsed(kind, List.of(new SlashCommandRequest(body, headers(call))));
        }
        var request = bolt.parse(HttpRequest.builder()
                .requestUri(call.path())
                .queryString(Map.of())
                .requestBody(body)
                .headers(headers(call))
                .remoteAddress(call.remoteAddress())
                .build());
        return new Parsed(kind, request == null ? List.of() : List.of(request));
    }

    private static Parsed interaction(String json, RequestHeaders headers) {
        var kind = SlackRequestKind.ofJson(json);
        return switch (kind) {
            case BLOCK_ACTIONS -> new Parsed(kind, presses(json, headers));
            case MESSAGE_ACTION -> new Parsed(kind, List.of(new MessageShortcutRequest(json, json, headers)));
            case VIEW_SUBMISSION -> new Parsed(kind, List.of(new ViewSubmissionRequest(json, json, headers)));
            case BLOCK_SUGGESTION -> new Parsed(kind, List.of(new BlockSuggestionRequest(json, json, headers)));
            default -> new Parsed(SlackRequestKind.OTHER, List.of());
        };
    }

    /** One request per action: Bolt does not route a payload with several. */
    private static List<Press> presses(String json, RequestHeaders headers) {
        var payload = GSON.fromJson(json, BlockActionPayload.class);
        var requests = new ArrayList<Press>(1);
        for (var action : Objects.requireNonNullElse(payload.getActions(), List.<Action>of())) {
            var one = requests.isEmpty() ? payload : GSON.fromJson(json, BlockActionPayload.class);
            one.setActions(List.of(action));
            requests.add(new Press(one, headers));
        }
        return requests;
    }

    private static String payload(String body) {
        int end = body.indexOf('&');
        return URLDecoder.decode(
                body.substring(PAYLOAD.length(), end < 0 ? body.length() : end), StandardCharsets.UTF_8);
    }

    private static RequestHeaders headers(HttpCall call) {
        return new RequestHeaders(call.headers());
    }

    /** A press whose payload is parsed already. */
    private static final class Press extends BlockActionRequest {
        private final BlockActionPayload payload;

        Press(BlockActionPayload payload, RequestHeaders headers) {
            super("", null, headers);
            this.payload = payload;
        }

        @Override
        public BlockActionPayload getPayload() {
            return payload;
        }

        @Override
        public String toString() {
            return "Press";
        }
    }
}
