package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class SemaphoreEndpointTest extends ResourceTestCase {
    @Test
    void tokenAndBearerAreTakenAndAllElseIsUnauthorized() throws Exception {
        var token = semaphore.token("alice");
        assertThat(send(to("/api/v1alpha/projects").header("Authorization", "Token " + token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(to("/api/v1alpha/projects").header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
        for (var wrong : new String[] {"Token wrong", "Basic " + token, token}) {
            var refused = send(to("/api/v1alpha/projects").header("Authorization", wrong));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).isEqualTo("Unauthorized");
            assertThat(refused.headers().firstValue("content-type")).isEmpty();
        }
        assertThat(send(to("/api/v1alpha/projects")).statusCode()).isEqualTo(401);
    }

    @Test
    void anOldCommandLineIsTurnedAway() throws Exception {
        var old = send(to("/api/v1alpha/projects").header("User-Agent", "SemaphoreCLI/v0.29.1 (abc; now)"));
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(json(old).path("message").asText()).startsWith("Call rejected because the client is outdated.");
        var recent = send(to("/api/v1alpha/projects")
                .header("Authorization", "Token " + semaphore.token("alice"))
                .header("User-Agent", "SemaphoreCLI/v0.30.0 (abc; now)"));
        assertThat(recent.statusCode()).isEqualTo(200);
    }

    @Test
    void nobodySpeaksInAnothersName() throws Exception {
        var refused = send(to("/api/v1alpha/projects")
                .header("Authorization", "Token " + semaphore.token("alice"))
                .header("x-semaphore-user-id", semaphore.user("bob").id()));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo("Not Found");
    }

    @Test
    void unknownRoutesAreOopsOrNothing() throws Exception {
        assertThat(get("/pipelines/a/b/c").body()).isEqualTo("oops");
        assertThat(get("/workflows").statusCode()).isEqualTo(404);
    }

    @Test
    void jsonThatIsNoneIsMalformedAndOtherBodiesAreNotRead() throws Exception {
        var id = passed().pipelineId();
        var malformed = patch("/pipelines/" + id, "{\"terminate_request\":");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).startsWith("Malformed request: ");
        var unread = as("alice", "PATCH", "/pipelines/" + id, "text/plain", "{\"terminate_request\":true}");
        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(unread.body()).contains("must be boolean");
    }

    @Test
    void theBodyWinsOverTheQuery() throws Exception {
        var pushed = passed();
        var path = "/plumber-workflows/" + pushed.workflowId() + "/reschedule?request_token=query";
        var first = json(postJson(path, "{\"request_token\":\"body\"}"));
        assertThat(json(post(path.replace("=query", "=body"), ""))).isEqualTo(first);
    }

    @Test
    void callsAreRememberedWithoutTheirHeaders() throws Exception {
        get("/projects?page=1");
        send(to("/api/v1alpha/promotions").POST(BodyPublishers.noBody()));
        assertThat(semaphore.calls())
                .extracting(call -> call.method() + " " + call.path() + "?" + call.query() + " " + call.user() + " "
                        + call.status())
                .containsExactly("GET /projects?page=1 alice 200", "POST /promotions?  401");
        assertThat(semaphore.calls().toString()).doesNotContain(semaphore.token("alice"));
    }
}
