package dev.signalman.simulator.semaphore;

import static dev.signalman.simulator.semaphore.PromotionParameter.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionsResourceTest extends ResourceTestCase {
    private static final String DEPLOY = ".semaphore/deploy.yml";

    @BeforeEach
    void promotions() {
        web.promotion("staging", ".semaphore/staging.yml")
                .promotion("production", DEPLOY, parameter("VERSION").options("v1", "v2"));
    }

    private HttpResponse<String> promote(String pipelineId, String more) throws Exception {
        return post("/promotions", "pipeline_id=" + pipelineId + "&" + more);
    }

    @Test
    void aPromotionAnswersNoIdAndShowsItsPipelineLater() throws Exception {
        var id = passed().pipelineId();
        var answer = promote(id, "name=staging");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("\"Promotion successfully triggered.\"");
        assertThat(read("/promotions?pipeline_id=" + id)).isEmpty();
        after(1);
        var processing = read("/promotions?pipeline_id=" + id).path(0);
        assertThat(processing.path("status").asText()).isEqualTo("processing");
        assertThat(processing.path("scheduled_pipeline_id").asText()).isEmpty();
        assertThat(processing.path("scheduled_at").path("seconds").asLong()).isZero();
        assertThat(processing.path("triggered_by").asText())
                .isEqualTo(semaphore.user("alice").id());
        after(2);
        var scheduled = read("/promotions?pipeline_id=" + id).path(0);
        assertThat(scheduled.path("status").asText()).isEqualTo("passed");
        var promoted = read("/pipelines/"
                        + scheduled.path("scheduled_pipeline_id").asText())
                .path("pipeline");
        assertThat(promoted.path("promotion_of").asText()).isEqualTo(id);
        assertThat(promoted.path("wf_id"))
                .isEqualTo(read("/pipelines/" + id).path("pipeline").path("wf_id"));
        assertThat(promoted.path("triggerer").path("ppl_triggered_by").asInt()).isEqualTo(1);
    }

    @Test
    void schedulingMayFailWithoutAPipelineOrAReason() throws Exception {
        semaphore.settings().promotionsFail(true).promotionsTake(Duration.ofSeconds(40));
        var id = passed().pipelineId();
        promote(id, "name=staging");
        after(40);
        var event = read("/promotions?pipeline_id=" + id).path(0);
        assertThat(event.path("status").asText()).isEqualTo("failed");
        assertThat(event.path("scheduled_pipeline_id").asText()).isEmpty();
        assertThat(semaphore.pipelines("web")).hasSize(1);
    }

    @Test
    void whatHasNotPassedIsPromotedOnlyByOverride() throws Exception {
        var running = semaphore.push("web", "main", "One", "alice").pipelineId();
        var refused = promote(running, "name=staging");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("\"Triggering target when pipeline is not passed requires override confirmation.\"");
        assertThat(postJson(
                                "/promotions",
                                "{\"pipeline_id\":\"" + running + "\",\"name\":\"staging\",\"override\":true}")
                        .statusCode())
                .isEqualTo(200);
        after(1);
        assertThat(read("/promotions?pipeline_id=" + running)
                        .path(0)
                        .path("override")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void overrideHasToBeABoolean() throws Exception {
        var answer = promote(passed().pipelineId(), "name=staging&override=perhaps");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("\"Invalid value of 'override' param: \\\"perhaps\\\" - needs to be boolean.\"");
    }

    @Test
    void anUnknownNameIsEchoed() throws Exception {
        var id = passed().pipelineId();
        var switchId =
                read("/pipelines/" + id).path("pipeline").path("switch_id").asText();
        var answer = promote(id, "name=Staging");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("\"Target for switch: " + switchId + " with name: Staging not found\"");
        assertThat(read("/promotions?pipeline_id=" + id + "&name=Staging")).isEmpty();
    }

    @Test
    void badParametersAreAnInternalError() throws Exception {
        var id = passed().pipelineId();
        for (var more : new String[] {
            "name=production",
            "name=production&VERSION=v3",
            "name=production&VERSION=v1&COLOUR=red",
            "name=staging&parameters[VERSION]=v1"
        }) {
            var answer = promote(id, more);
            assertThat(answer.statusCode()).as(more).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("\"Internal error\"");
        }
        assertThat(semaphore.promotions("web")).isEmpty();
    }

    @Test
    void parametersBecomeVariablesOfThePromotedPipeline() throws Exception {
        var id = passed().pipelineId();
        promote(id, "name=production&VERSION=v2");
        after(2);
        var promoted = read("/promotions?pipeline_id=" + id)
                .path(0)
                .path("scheduled_pipeline_id")
                .asText();
        assertThat(read("/pipelines/" + promoted)
                        .path("pipeline")
                        .path("env_vars")
                        .toString())
                .isEqualTo("[{\"name\":\"VERSION\",\"value\":\"v2\"}]");
    }

    @Test
    void aRequestTokenPromotesOnce() throws Exception {
        var id = passed().pipelineId();
        promote(id, "name=staging&request_token=once");
        var again = promote(id, "name=staging&request_token=once");
        assertThat(again.statusCode()).isEqualTo(200);
        promote(id, "name=staging");
        assertThat(semaphore.promotions("web")).containsExactly("staging", "staging");
    }

    @Test
    void aPipelineWithoutPromotionsIsAnInternalErrorToAskAbout() throws Exception {
        semaphore.addProject("api");
        var id = semaphore.push("api", "main", "One", "alice").pipelineId();
        assertThat(read("/pipelines/" + id).path("pipeline").path("switch_id").asText())
                .isEmpty();
        assertThat(get("/promotions?pipeline_id=" + id).statusCode()).isEqualTo(500);
        assertThat(promote(id, "name=staging").body()).isEqualTo("\"Internal error\"");
    }

    @Test
    void pagesHoldTenAndStrangeSizesAreRefusedInTwoWays() throws Exception {
        var id = passed().pipelineId();
        for (int count = 0; count < 12; count++) {
            promote(id, "name=staging");
        }
        after(1);
        var list = "/promotions?pipeline_id=" + id;
        assertThat(read(list)).hasSize(10);
        assertThat(read(list + "&page=2")).hasSize(2);
        assertThat(get(list + "&page_size=ten").body())
                .isEqualTo("\"Invalid value of 'page_size' param: \\\"ten\\\" - needs to be integer.\"");
        assertThat(get(list + "&page_size=100").statusCode()).isEqualTo(500);
        assertThat(get(list + "&page=0").body()).isEqualTo("\"Internal error\"");
    }

    @Test
    void whoMayOnlyReadIsToldThatThereIsNothing() throws Exception {
        semaphore.user("rita").is(Role.READER, "web");
        var id = passed().pipelineId();
        assertThat(as("rita", "POST", "/promotions", FORM, "pipeline_id=" + id + "&name=staging")
                        .body())
                .isEqualTo("Not Found");
        assertThat(as("rita", "GET", "/promotions?pipeline_id=" + id, FORM, "").statusCode())
                .isEqualTo(200);
        assertThat(promote("6f2d3c1a-0000-4000-8000-000000000000", "name=staging")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void promotionsChainAndStayInTheirWorkflow() throws Exception {
        web.promotionFrom(".semaphore/staging.yml", "production", DEPLOY);
        var pushed = passed();
        promote(pushed.pipelineId(), "name=staging");
        after(60);
        var staging = semaphore.pipelines("web").get(1);
        promote(staging, "name=production");
        after(60);
        assertThat(read("/pipelines?wf_id=" + pushed.workflowId()).findValuesAsText("promotion_of"))
                .containsExactly(staging, pushed.pipelineId(), "");
    }

    @Test
    void aFileThatIsMissingShowsUpOnlyInThePromotedPipeline() throws Exception {
        web.withoutFile(".semaphore/staging.yml");
        var id = passed().pipelineId();
        assertThat(promote(id, "name=staging").statusCode()).isEqualTo(200);
        after(10);
        var promoted = read("/pipelines/" + semaphore.pipelines("web").get(1)).path("pipeline");
        assertThat(promoted.path("result_reason").asText()).isEqualTo("malformed");
    }

    @Test
    void anAutomaticPromotionGoesThroughAsThePipelineEnds() throws Exception {
        web.promotion(
                PromotionPlan.promotion("staging", ".semaphore/staging.yml").automatically(AutoPromotion.WHEN_PASSED));
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        after(600);
        var event = read("/promotions?pipeline_id=" + id).path(0);
        assertThat(event.path("triggered_by").asText()).isEqualTo("Pipeline Done request");
        assertThat(event.path("triggered_at").path("seconds").asLong()).isEqualTo(START.getEpochSecond() + 34);
        var promoted = read("/pipelines/" + event.path("scheduled_pipeline_id").asText())
                .path("pipeline");
        assertThat(promoted.path("triggerer").path("ppl_triggered_by").asInt()).isEqualTo(2);
        assertThat(promoted.path("triggerer").path("ppl_triggerer_user_id").asText())
                .isEmpty();
        assertThat(promoted.path("created_at").asText()).isEqualTo("2026-03-02 09:00:36.123456Z");
    }

    @Test
    void theWebOverridesAndPromotesInThePersonsName() throws Exception {
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.promoteOnTheWeb(id, "production", "bob", Map.of("VERSION", "v1"));
        after(1);
        var event = read("/promotions?pipeline_id=" + id).path(0);
        assertThat(event.path("triggered_by").asText())
                .isEqualTo(semaphore.user("bob").id());
        assertThat(event.path("override").asBoolean()).isTrue();
    }
}
