package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SemaphoreFaultsTest extends ResourceTestCase {
    @Test
    void theEdgeMayTimeOutAlthoughThePromotionHappened() throws Exception {
        web.promotion("staging", ".semaphore/staging.yml");
        var form = "pipeline_id=" + passed().pipelineId() + "&name=staging";
        semaphore.fault(SemaphoreFault.on("POST", "/promotions").actsThenTimesOut());
        assertThat(post("/promotions", form).statusCode()).isEqualTo(504);
        assertThat(semaphore.promotions("web")).containsExactly("staging");
    }

    @Test
    void aConnectionMayBeCutBeforeOrAfterTheAct() throws Exception {
        web.promotion("staging", ".semaphore/staging.yml");
        var form = "pipeline_id=" + passed().pipelineId() + "&name=staging";
        semaphore.fault(SemaphoreFault.on("PATCH", "*").cuts());
        semaphore.fault(SemaphoreFault.on("POST", "/promotions").actsThenCuts());
        assertThatThrownBy(() -> patch("/pipelines/x", "{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("/promotions", form)).isInstanceOf(IOException.class);
        assertThat(semaphore.promotions("web")).containsExactly("staging");
        assertThat(get("/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultStrikesItsKindOfCallSoManyTimesAndLeavesNoTrace() throws Exception {
        var id = passed().workflowId();
        semaphore.fault(
                SemaphoreFault.on("POST", "/plumber-workflows/*").times(2).internalError());
        var path = "/plumber-workflows/" + id + "/reschedule?request_token=t";
        assertThat(get("/plumber-workflows/" + id).statusCode()).isEqualTo(200);
        assertThat(post(path, "").body()).isEqualTo("\"Internal error\"");
        assertThat(post(path, "").statusCode()).isEqualTo(500);
        assertThat(semaphore.workflows("web")).hasSize(1);
        assertThat(post(path, "").statusCode()).isEqualTo(200);
    }

    @Test
    void gatewayErrorsComeInManyFormats() throws Exception {
        var kind = SemaphoreFault.on("GET", "/projects");
        semaphore.fault(kind.tooMany(Duration.ofSeconds(7)));
        semaphore.fault(kind.html(200));
        semaphore.fault(kind.forbiddenAtTheEdge());
        semaphore.fault(kind.badToken());
        semaphore.fault(kind.addressNotAllowed());
        semaphore.fault(kind.unavailable());
        var tooMany = get("/projects");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("retry-after")).hasValue("7");
        assertThat(get("/projects").headers().firstValue("content-type").orElseThrow())
                .startsWith("text/html");
        assertThat(get("/projects").statusCode()).isEqualTo(403);
        assertThat(get("/projects").body()).isEqualTo("Unauthorized");
        assertThat(get("/projects").body()).contains("from your current IP address (127.0.0.1)");
        assertThat(get("/projects").statusCode()).isEqualTo(503);
        assertThat(get("/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void aCallMayBeHeldUntilTheGateOpens() throws Exception {
        var gate = new CountDownLatch(1);
        semaphore.fault(SemaphoreFault.on("GET", "/projects").waitsFor(gate));
        var held = CompletableFuture.supplyAsync(() -> {
            try {
                return get("/projects").statusCode();
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
        });
        assertThat(get("/projects/web").statusCode()).isEqualTo(200);
        gate.countDown();
        assertThat(held.join()).isEqualTo(200);
    }

    @Test
    void anOutageRefusesConnectionsUntilItIsOver() throws Exception {
        semaphore.disconnect();
        assertThatThrownBy(() -> get("/projects")).isInstanceOf(ConnectException.class);
        semaphore.reconnect();
        assertThat(get("/projects").statusCode()).isEqualTo(200);
        semaphore.fault(SemaphoreFault.everywhere().unavailable());
        assertThat(get("/projects").statusCode()).isEqualTo(503);
        semaphore.heal();
        assertThat(get("/projects").statusCode()).isEqualTo(200);
    }
}
