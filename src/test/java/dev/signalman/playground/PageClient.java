package dev.signalman.playground;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The demo's page as a program, over HTTP only. */
final class PageClient implements AutoCloseable {
    static final String MAIN = ".semaphore/semaphore.yml";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The answer to an action. */
    record Answer(int status, JsonNode body) {
        String error() {
            return body.path("error").asText();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final DemoWorld world;

    PageClient() throws IOException {
        this(TourPace.WATCHED);
    }

    PageClient(TourPace pace) throws IOException {
        var data = Files.createTempDirectory("signalman-page");
        TestDatabase.layOut(data.resolve("signalman"));
        world = DemoWorld.start(0, data, pace, 1);
    }

    DemoWorld world() {
        return world;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + world.port() + path);
    }

    static ObjectNode json() {
        return JSON.createObjectNode();
    }

    HttpResponse<String> sends(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    Answer asks(String path) {
        return answer(sends(HttpRequest.newBuilder(at("/playground/" + path))));
    }

    Answer does(String path, String body) {
        return answer(sends(HttpRequest.newBuilder(at("/playground/" + path))
                .header("Content-Type", "application/json")
                .header("Origin", "http://127.0.0.1:" + world.port())
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    Answer does(String path, JsonNode body) {
        return does(path, body.toString());
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Waits for a condition. */
    void until(String what, Callable<Boolean> so) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(so);
    }

    Answer says(String person, String channel, String text) {
        return does("says", json().put("as", person).put("channel", channel).put("text", text));
    }

    JsonNode messages(String person, String channel) {
        return asks("messages?as=" + person + "&channel=" + channel).body();
    }

    JsonNode thread(String person, String channel, String ts) {
        return asks("messages?as=" + person + "&channel=" + channel + "&thread=" + ts)
                .body();
    }

    /** Waits for a message of the bot with these words, in its text or blocks. */
    JsonNode sees(String person, String channel, String words) {
        return sees(words, () -> newest(messages(person, channel), each -> holds(each, words)));
    }

    JsonNode seesInThread(String person, String channel, String ts, String words) {
        return sees(words, () -> newest(thread(person, channel, ts), each -> holds(each, words)));
    }

    private JsonNode sees(String words, Callable<Optional<JsonNode>> look) {
        return await("a message with " + words)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(look, Optional::isPresent)
                .orElseThrow();
    }

    static boolean holds(JsonNode message, String words) {
        return message.path("text").asText().contains(words)
                || message.path("blocks").toString().contains(words);
    }

    static Optional<JsonNode> newest(JsonNode list, Predicate<JsonNode> like) {
        return StreamSupport.stream(list.spliterator(), false).filter(like).reduce((first, second) -> second);
    }

    /** Presses a message's button by ids from its JSON, as the page does. */
    Answer presses(String person, String channel, JsonNode message, String label) {
        var press = json().put("as", person)
                .put("channel", channel)
                .put("ts", message.path("ts").asText());
        for (var block : message.path("blocks")) {
            for (var element : block.path("elements")) {
                if (element.path("text").path("text").asText().equals(label)) {
                    press.put("blockId", block.path("block_id").asText());
                    press.put("actionId", element.path("action_id").asText());
                    return does("press", press);
                }
            }
        }
        throw new AssertionError("No button " + label + " in " + message.toPrettyString());
    }

    JsonNode button(JsonNode message, String label) {
        return StreamSupport.stream(message.path("blocks").spliterator(), false)
                .flatMap(block -> StreamSupport.stream(block.path("elements").spliterator(), false))
                .filter(each -> each.path("text").path("text").asText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label + " in " + message.toPrettyString()));
    }

    JsonNode state(String person) {
        return asks("state?as=" + person).body();
    }

    JsonNode project(String name) {
        return newest(
                        asks("ci").body().path("projects"),
                        each -> each.path("name").asText().equals(name))
                .orElseThrow();
    }

    /** A pipeline's current state. */
    JsonNode pipeline(String project, String id) {
        return newest(
                        project(project).path("pipelines"),
                        each -> each.path("id").asText().equals(id))
                .orElseThrow();
    }

    /** Pushes as a person; returns the new pipeline's id. */
    String pushes(String person, String project, String branch, String message) {
        var push = json().put("as", person).put("project", project);
        push.put("branch", branch).put("message", message);
        var pushed = does("ci/push", push);
        if (pushed.status() != 200) {
            throw new AssertionError(pushed);
        }
        return pushed.body().path("pipeline").asText();
    }

    @Override
    public void close() {
        world.close();
    }
}
