package dev.signalman.playground.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** An agent's side of the Model Context Protocol over HTTP: https://modelcontextprotocol.io/specification/2025-06-18. */
final class McpCaller {
    private static final String VERSION = "2025-06-18";
    private static final Duration PATIENCE = Duration.ofSeconds(70);
    private static final int REFUSED = 400;
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final String token;
    private long sent;

    McpCaller(URI door, String token) {
        this.door = door;
        this.token = token;
    }

    /** The server's answer to a call is no result; the message is what it said. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String words) {
            super(words);
        }
    }

    /** Greets the server, and returns its name and version. */
    String greet(String name) throws IOException, InterruptedException, RefusedException {
        var server = ask(
                        "initialize",
                        Map.of(
                                "protocolVersion", VERSION,
                                "capabilities", Map.of(),
                                "clientInfo", Map.of("name", name, "version", "1")))
                .path("serverInfo");
        post(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
        return server.path("name").asText() + " " + server.path("version").asText();
    }

    /** Calls a tool. */
    JsonNode call(String tool, Map<String, ?> arguments) throws IOException, InterruptedException, RefusedException {
        return ask("tools/call", Map.of("name", tool, "arguments", arguments));
    }

    private JsonNode ask(String method, Map<String, ?> params)
            throws IOException, InterruptedException, RefusedException {
        sent++;
        var answer = JSON.readTree(post(Map.of("jsonrpc", "2.0", "id", sent, "method", method, "params", params)));
        if (answer.has("error")) {
            throw new RefusedException(answer.at("/error/message").asText());
        }
        return answer.path("result");
    }

    private String post(Map<String, ?> message) throws IOException, InterruptedException, RefusedException {
        var request = HttpRequest.newBuilder(door)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", VERSION)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(message)))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() == UNAVAILABLE) {
            throw new IOException(response.body().strip());
        }
        if (response.statusCode() >= REFUSED) {
            throw new RefusedException(
                    response.statusCode() + " " + response.body().strip());
        }
        return response.body();
    }
}
