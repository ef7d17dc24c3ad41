package dev.signalman.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** An agent that speaks the protocol as its specification has it, without anybody's library. */
public final class McpAgent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI endpoint;
    private final String token;
    private final AtomicInteger ids = new AtomicInteger();

    private McpAgent(URI endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** An agent with a token. */
    public static McpAgent of(Dialogue bot, String token) {
        return new McpAgent(URI.create("http://127.0.0.1:" + bot.port() + "/mcp"), token);
    }

    /** A person creates a token in #deploys and gives it to an agent. */
    public static McpAgent of(Dialogue bot, String person, String name) {
        return of(bot, token(bot, person, name));
    }

    /** A person creates a token in #deploys. */
    public static String token(Dialogue bot, String person, String name) {
        bot.says(person, "/semaphore agent-token create " + name);
        var drawn = bot.answer(person, "Token for your agent", name, "signalman_agent_")
                .drawn();
        return drawn.replaceFirst("(?s).*(signalman_agent_[A-Za-z0-9_-]+).*", "$1");
    }

    /** What a call returned. */
    public record Said(int status, JsonNode json) {
        /** The text of a tool's result. */
        public String text() {
            return json.at("/result/content/0/text").asText();
        }

        /** Whether the tool says that it failed. */
        public boolean failed() {
            return json.at("/result/isError").asBoolean();
        }
    }

    /** Calls a tool and waits for the result. */
    public Said calls(String tool, Map<String, ?> arguments) {
        return begins(tool, arguments).join();
    }

    /** Calls a tool. */
    public CompletableFuture<Said> begins(String tool, Map<String, ?> arguments) {
        return posts(Map.of(
                "jsonrpc",
                "2.0",
                "id",
                ids.incrementAndGet(),
                "method",
                "tools/call",
                "params",
                Map.of("name", tool, "arguments", arguments)));
    }

    /** Calls a method of the protocol. */
    public Said asks(String method, Map<String, ?> params) {
        return posts(Map.of("jsonrpc", "2.0", "id", ids.incrementAndGet(), "method", method, "params", params))
                .join();
    }

    private CompletableFuture<Said> posts(Map<String, ?> message) {
        return HTTP.sendAsync(request(written(message)).build(), BodyHandlers.ofString())
                .thenApply(response -> new Said(response.statusCode(), read(response.body())));
    }

    /** A request with this body, to be changed. */
    public HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body));
    }

    /** Sends a request. */
    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String written(Map<String, ?> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return JSON.createObjectNode().put("body", body);
        }
    }
}
