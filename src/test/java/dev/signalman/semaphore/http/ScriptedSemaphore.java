package dev.signalman.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.semaphore.Credential;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server with scripted answers that records requests and observed calls. */
final class ScriptedSemaphore implements AutoCloseable {
    static final String TOKEN = "s3cr3t-t0ken";

    private final WebServer server;
    private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    private final List<String> observed = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Function<HttpCall, Reply>> script = new ConcurrentLinkedDeque<>();

    ScriptedSemaphore() throws IOException {
        this.server = WebServer.start(0, List.of(Route.under("/", this::answer)));
    }

    /** Scripts the next answer; the last one is repeated. */
    ScriptedSemaphore answers(Reply reply) {
        return answersTo(call -> reply);
    }

    ScriptedSemaphore answersTo(Function<HttpCall, Reply> reply) {
        script.add(reply);
        return this;
    }

    ScriptedSemaphore answers(String body) {
        return answers(Reply.bare(200, body));
    }

    FeignSemaphore client() {
        return client("");
    }

    FeignSemaphore client(String prefix) {
        return client(prefix, Duration.ofSeconds(5));
    }

    FeignSemaphore client(String prefix, Duration readTimeout) {
        return new FeignSemaphore(
                new SemaphoreConnection(
                        URI.create(address() + prefix),
                        new Credential(TOKEN),
                        Duration.ofSeconds(2),
                        readTimeout,
                        readTimeout,
                        Duration.ofMillis(1)),
                (operation, outcome, took) -> observed.add(operation + " " + outcome));
    }

    String address() {
        return "http://localhost:" + server.port();
    }

    List<HttpCall> calls() {
        return calls;
    }

    HttpCall call() {
        return calls.get(calls.size() - 1);
    }

    JsonNode sent() throws IOException {
        return WireJson.MAPPER.readTree(call().body());
    }

    List<String> observed() {
        return observed;
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply answer(HttpCall call) {
        calls.add(call);
        var next = script.size() > 1 ? script.poll() : script.peek();
        return next == null ? Reply.bare(404, "oops") : next.apply(call);
    }
}
