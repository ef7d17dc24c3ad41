package dev.signalman.simulator.semaphore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Calls a simulated Semaphore over HTTP, as alice by default. */
abstract class ResourceTestCase {
    static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();
    final SettableClock clock = new SettableClock(START);
    SimulatedSemaphore semaphore;
    SimulatedProject web;

    @BeforeEach
    void start() throws IOException {
        semaphore = SimulatedSemaphore.start(clock);
        web = semaphore.addProject("web");
    }

    @AfterEach
    void stop() {
        semaphore.close();
    }

    /** Pushes a pipeline of web that passes. */
    StartedWorkflow passed() {
        var started = semaphore.push("web", "main", "Round invoices half-even", "alice");
        semaphore.finish(started.pipelineId());
        return started;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(semaphore.url() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> as(String login, String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(to("/api/v1alpha" + path)
                .header("Authorization", "Token " + semaphore.token(login))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return as("alice", "GET", path, JSON, "");
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return as("alice", "POST", path, FORM, form);
    }

    HttpResponse<String> postJson(String path, String json) throws IOException, InterruptedException {
        return as("alice", "POST", path, JSON, json);
    }

    HttpResponse<String> patch(String path, String json) throws IOException, InterruptedException {
        return as("alice", "PATCH", path, JSON, json);
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return json(get(path));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    void after(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }
}
