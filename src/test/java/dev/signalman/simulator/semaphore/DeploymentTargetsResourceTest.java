package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.Condition;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.ObjectRule;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.SubjectRule;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentTargetsResourceTest extends ResourceTestCase {
    private SimulatedDeploymentTarget production;
    private String pipeline;

    @BeforeEach
    void guarded() {
        production = semaphore.addDeploymentTarget("web", "prod");
        web.promotion(
                PromotionPlan.promotion("production", ".semaphore/deploy.yml").guardedBy("prod"));
        pipeline = passed().pipelineId();
    }

    private String refusal() throws Exception {
        var answer = post("/promotions", "pipeline_id=" + pipeline + "&name=production");
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body()
                .replaceFirst("^\"Triggering promotion with deployment target failed: ", "")
                .replaceFirst(" \\(error ID: [0-9a-f-]{36}\\)\"$", "");
    }

    @Test
    void aTargetRefusesInSixWays() throws Exception {
        production.is(Condition.SYNCING);
        assertThat(refusal()).isEqualTo("deployment target is syncing");
        production.is(Condition.UNUSABLE);
        assertThat(refusal()).isEqualTo("deployment target is corrupted");
        production.is(Condition.USABLE).cordon(true);
        assertThat(refusal()).isEqualTo("deployment target is cordoned");
        production
                .cordon(false)
                .allows(new SubjectRule("USER", semaphore.user("bob").id()));
        assertThat(refusal()).isEqualTo("subject not allowed");
        production.allows(new ObjectRule("TAG", "ALL", ""));
        assertThat(refusal()).isEqualTo("object not allowed");
        production.removed();
        assertThat(refusal()).isEqualTo("deployment target not found");
        assertThat(semaphore.promotions("web")).isEmpty();
    }

    @Test
    void rulesLetThroughWhomAndWhatTheyName() throws Exception {
        production
                .allows(new SubjectRule("USER", semaphore.user("alice").id()))
                .allows(new ObjectRule("BRANCH", "REGEX", "^ma"));
        assertThat(post("/promotions", "pipeline_id=" + pipeline + "&name=production")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void deactivatingCordonsUntilItIsActivatedAgain() throws Exception {
        var path = "/deployment_targets/" + production.id();
        assertThat(patch(path + "/deactivate", "").body())
                .isEqualTo("{\"target_id\":\"" + production.id() + "\",\"cordoned\":true}");
        assertThat(read(path).path("state").asText()).isEqualTo("CORDONED");
        assertThat(read(path).path("active").asBoolean()).isFalse();
        assertThat(refusal()).isEqualTo("deployment target is cordoned");
        patch(path + "/activate", "");
        assertThat(read(path).path("state").asText()).isEqualTo("USABLE");
    }

    @Test
    void anUpdateChangesWhatItNamesAndNamesWhoDidIt() throws Exception {
        var path = "/deployment_targets/" + production.id();
        var alice = semaphore.user("alice").id();
        var token = "\"unique_token\": \"00000000-0000-4000-8000-000000000001\"";
        var updated = patch(
                path, "{" + token + ", \"subject_rules\": [{\"type\": \"USER\", \"subject_id\": \"" + alice + "\"}]}");
        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(read(path).path("updated_by").asText()).isEqualTo(alice);
        assertThat(read(path).path("subject_rules").toString())
                .isEqualTo("[{\"type\":\"USER\",\"subject_id\":\"" + alice + "\"}]");
        assertThat(read(path).path("object_rules")).hasSize(3);
        // the same token again changes nothing
        assertThat(patch(path, "{" + token + ", \"subject_rules\": []}").statusCode())
                .isEqualTo(200);
        assertThat(read(path).path("subject_rules")).hasSize(1);
        // an empty list admits nobody
        patch(path, "{\"unique_token\": \"00000000-0000-4000-8000-000000000002\", \"subject_rules\": []}");
        assertThat(refusal()).isEqualTo("subject not allowed");
    }

    @Test
    void anUpdateIsRefusedAsTheServerDoes() throws Exception {
        var path = "/deployment_targets/" + production.id();
        var token = "{\"unique_token\": \"00000000-0000-4000-8000-000000000001\"";
        assertThat(patch(path, "{}").body())
                .isEqualTo("\"target_id and unique_token are required to update a deployment target\"");
        assertThat(patch(path, "{\"unique_token\": \"x\"}").body()).isEqualTo("unique_token must be a valid UUID");
        assertThat(patch(path, token + ", \"object_rules\": [{\"type\": \"TAG\"}]}")
                        .body())
                .isEqualTo("object_rules must be a list of proper objects");
        assertThat(patch(
                                path,
                                token + ", \"object_rules\": [{\"type\": \"TAG\", \"match_mode\": \"REGEX\", "
                                        + "\"pattern\": \"(\"}]}")
                        .body())
                .isEqualTo("\"Changeset error\"");
        var robot = semaphore.user("robot").asServiceAccount().id();
        assertThat(patch(
                                path,
                                token + ", \"subject_rules\": [{\"type\": \"USER\", \"subject_id\": \"" + robot
                                        + "\"}]}")
                        .body())
                .startsWith("\"user \\\"" + robot + "\\\" can't be added to subject rules for project ");
        semaphore.settings().advancedTargets(false);
        var unpaid = patch(path, token + ", \"subject_rules\": []}");
        assertThat(unpaid.statusCode()).isEqualTo(403);
        assertThat(unpaid.body()).startsWith("The advanced deployment targets feature is not enabled");
        production.is(Condition.SYNCING);
        assertThat(patch(path, token + "}").body()).isEqualTo("\"Invalid state: SYNCING\"");
        semaphore.user("rita").is(Role.CONTRIBUTOR, "web");
        assertThat(as("rita", "PATCH", path, JSON, token + "}").body()).isEqualTo("Permission denied");
    }

    @Test
    void listsAreArraysEvenByName() throws Exception {
        semaphore.addDeploymentTarget("web", "qa");
        var list = "/deployment_targets?project_id=" + web.id();
        assertThat(read(list)).hasSize(2);
        assertThat(read(list + "&target_name=prod").findValuesAsText("id")).containsExactly(production.id());
        assertThat(read(list + "&target_name=none")).isEmpty();
        assertThat(read(list).path(0).path("last_deployment").isNull()).isTrue();
    }

    @Test
    void historyGoesByTensAndMicrosecondsBothWays() throws Exception {
        for (int count = 0; count < 12; count++) {
            after(60);
            post("/promotions", "pipeline_id=" + pipeline + "&name=production");
        }
        var path = "/deployment_targets/" + production.id() + "/history";
        var first = read(path + "?cursor_type=FIRST");
        assertThat(first.path("deployments")).hasSize(10);
        assertThat(first.path("deployments").path(0).path("state").asText()).isEqualTo("PENDING");
        assertThat(first.path("deployments").path(1).path("state").asText()).isEqualTo("STARTED");
        assertThat(first.path("deployments").path(0).path("triggered_at").asText())
                .isEqualTo("2026-03-02T09:12:00.123456Z");
        assertThat(first.path("cursor_after").asLong()).isZero();
        var before = read(path + "?cursor_type=BEFORE&cursor_value="
                + first.path("cursor_before").asText());
        assertThat(before.path("deployments")).hasSize(2);
        assertThat(before.path("cursor_before").asLong()).isZero();
        var back = read(path + "?cursor_type=AFTER&cursor_value="
                + before.path("cursor_after").asText());
        assertThat(back.path("deployments")).isEqualTo(first.path("deployments"));
        assertThat(read(path + "?git_ref_type=tag").path("deployments")).isEmpty();
        assertThat(read(path + "?triggered_by=" + semaphore.user("alice").id()).path("deployments"))
                .hasSize(10);
    }

    @Test
    void aDeployIsNotRebuiltByWhomItsTargetDoesNotLetThrough() throws Exception {
        post("/promotions", "pipeline_id=" + pipeline + "&name=production");
        after(5);
        var deploy = read("/promotions?pipeline_id=" + pipeline)
                .path(0)
                .path("scheduled_pipeline_id")
                .asText();
        semaphore.begin(deploy);
        semaphore.stopOnTheWeb(deploy, "alice");
        after(60);
        production.allows(new SubjectRule("USER", semaphore.user("bob").id()));
        var path = "/pipelines/" + deploy + "/partial_rebuild?request_token=";

        var denied = post(path + "one", "");
        assertThat(denied.statusCode()).isEqualTo(400);
        assertThat(denied.body()).isEqualTo("\"Access to deployment target denied: subject not allowed\"");
        assertThat(as("bob", "POST", path + "two", JSON, "").statusCode()).isEqualTo(200);
    }

    @Test
    void deploysToOneTargetWaitForEachOther() throws Exception {
        semaphore.settings().promotionsTake(Duration.ofSeconds(10));
        post("/promotions", "pipeline_id=" + pipeline + "&name=production");
        post("/promotions", "pipeline_id=" + pipeline + "&name=production");
        after(15);
        assertThat(read("/promotions?pipeline_id=" + pipeline).findValuesAsText("status"))
                .containsExactly("processing", "passed");
    }

    @Test
    void withoutTheFeatureAllIsForbiddenInPlainText() throws Exception {
        semaphore.settings().deploymentTargets(false);
        var answer = get("/deployment_targets?project_id=" + web.id());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).startsWith("The deployment targets feature is not enabled for your organization");
    }

    @Test
    void idsAreCheckedAndRightsAreNotHidden() throws Exception {
        assertThat(get("/deployment_targets/prod").body()).isEqualTo("\"target_id must be a valid UUID\"");
        semaphore.user("rita").is(Role.READER, "web");
        var path = "/deployment_targets/" + production.id();
        assertThat(as("rita", "GET", path, JSON, "").statusCode()).isEqualTo(200);
        var denied = as("rita", "PATCH", path + "/deactivate", JSON, "");
        assertThat(denied.statusCode()).isEqualTo(401);
        assertThat(denied.body()).isEqualTo("Permission denied");
    }
}
