package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class MountedSemaphoreTest {
    private final SimulatedSemaphore semaphore =
            SimulatedSemaphore.mounted(new SettableClock(ResourceTestCase.START), SeededIds.repeatable(7));

    private HttpResponse<String> get(WebServer server, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Token " + semaphore.token("alice"));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void itServesBelowAPrefixAndItsLinksSayTheSame() throws Exception {
        try (var server = WebServer.start(0, semaphore.routes("/semaphore-sim"))) {
            var web = semaphore.addProject("web");
            semaphore.push("web", "main", "One", "alice");
            var answer = get(server, "/semaphore-sim/api/v1alpha/pipelines?project_id=" + web.id());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("link").orElseThrow())
                    .startsWith("<http://127.0.0.1:" + server.port() + "/semaphore-sim/api/v1alpha/pipelines?");
            assertThat(semaphore.calls().get(0).path()).isEqualTo("/pipelines");
        }
    }

    @Test
    void itsStateIsOneObjectWithoutTokens() throws Exception {
        try (var server = WebServer.start(0, semaphore.routes("/semaphore-sim"))) {
            semaphore.addProject("web").promotion("staging", ".semaphore/staging.yml");
            var pushed = semaphore.push("web", "main", "One", "alice");
            semaphore.finish(pushed.pipelineId());
            get(server, "/semaphore-sim/api/v1alpha/projects");
            var body = get(server, "/simulator/semaphore").body();
            var state = new ObjectMapper().readTree(body);
            var pipeline = state.path("projects").path(0).path("pipelines").path(0);
            assertThat(pipeline.path("ppl_id").asText()).isEqualTo(pushed.pipelineId());
            assertThat(pipeline.path("blocks").path(0).path("jobs")).hasSize(1);
            assertThat(pipeline.path("promotions").path(0).path("name").asText())
                    .isEqualTo("staging");
            assertThat(state.path("calls").path(0).path("path").asText()).isEqualTo("/projects");
            assertThat(body).doesNotContain(semaphore.token("alice"));
        }
    }

    @Test
    void theSameStoryHasTheSameIds() {
        var other = SimulatedSemaphore.mounted(new SettableClock(ResourceTestCase.START), SeededIds.repeatable(7));
        assertThat(other.push("web", "main", "One", "alice")).isEqualTo(semaphore.push("web", "main", "One", "alice"));
    }
}
