package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.JobState;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import dev.signalman.domain.Trigger;
import dev.signalman.semaphore.Pipelines.Filter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelinesOverHttpTest {
    private ScriptedSemaphore semaphore;

    @BeforeEach
    void start() throws IOException {
        semaphore = new ScriptedSemaphore();
    }

    @AfterEach
    void stop() {
        semaphore.close();
    }

    @Test
    void aDescribedPipelineIsReadInLowerCaseWithTimesAsText() {
        semaphore.answers("""
                {"pipeline": {"ppl_id": "p1", "name": "Deploy", "wf_id": "w1", "project_id": "r1",
                  "branch_name": "refs/tags/v1.2", "commit_sha": "1a4f3b120d72", "commit_message": "Fix it\\n\\nat last",
                  "working_directory": ".semaphore", "yaml_file_name": "deploy.yml", "state": "done", "result": "failed",
                  "result_reason": "fast_failing", "switch_id": "s1", "promotion_of": "p0", "partial_rerun_of": "",
                  "terminated_by": "", "error_description": "", "new_field": {"of": ["tomorrow"]},
                  "created_at": "2019-10-14 18:31:17.293456Z", "queuing_at": "2019-10-14 18:31:18.553131Z",
                  "running_at": "2019-10-14 18:31:20.232006Z", "stopping_at": "1970-01-01 00:00:00.000000Z",
                  "done_at": "2019-10-14 18:31:32.507034Z", "env_vars": [{"name": "VERSION", "value": "1"}],
                  "triggerer": {"wf_triggered_by": 0, "ppl_triggered_by": 1, "ppl_triggerer_user_id": "u1", "wf_triggerer_user_id": "u1",
                    "wf_triggerer_provider_login": "alice"}},
                 "blocks": []}
                """);

        var pipeline = semaphore.client().pipelines().describe("p1");

        assertThat(pipeline.ref()).isEqualTo(new GitRef(GitRef.Kind.TAG, "v1.2"));
        assertThat(pipeline.file()).isEqualTo(".semaphore/deploy.yml");
        assertThat(pipeline.state()).isEqualTo(PipelineState.DONE);
        assertThat(pipeline.result()).isEqualTo(Result.FAILED);
        assertThat(pipeline.reason()).isEqualTo(ResultReason.FAST_FAILING);
        assertThat(pipeline.promotionOf()).isEqualTo("p0");
        assertThat(pipeline.rebuildOf()).isNull();
        assertThat(pipeline.times().created()).isEqualTo(Instant.parse("2019-10-14T18:31:17.293456Z"));
        assertThat(pipeline.times().stopping()).isNull();
        assertThat(pipeline.trigger()).isEqualTo(new Trigger(Trigger.Kind.PROMOTION, "u1", "alice"));
        assertThat(pipeline.environment()).containsExactly(new EnvVar("VERSION", "1"));
        assertThat(semaphore.call().path()).isEqualTo("/api/v1alpha/pipelines/p1");
        assertThat(semaphore.call().query()).isEmpty();
    }

    @Test
    void aListedPipelineIsReadInUpperCaseThoughFieldsAreMissing() {
        semaphore.answers("""
                [{"ppl_id": "p1", "state": "RUNNING", "branch_name": "pull-request-7", "yaml_file_name": "ci.yml",
                  "working_directory": "", "running_at": {"seconds": 1571076845, "nanos": 810862000},
                  "done_at": {"seconds": 0, "nanos": 0}, "promotion_of": ""},
                 {"ppl_id": "p2", "state": "DONE", "result": "CANCELED", "result_reason": "STRATEGY"},
                 {"ppl_id": "p3", "state": "FROZEN", "result": "MELTED"},
                 {"ppl_id": "p4", "state": "DONE", "result": "MELTED", "result_reason": "HEAT"}]
                """);

        var page = semaphore.client().pipelines().list(Filter.ofProject("r1"), null);

        var running = page.items().get(0);
        assertThat(running.ref()).isEqualTo(new GitRef(GitRef.Kind.PULL_REQUEST, "7"));
        assertThat(running.file()).isEqualTo("ci.yml");
        assertThat(running.result()).isNull();
        assertThat(running.times().running()).isEqualTo(Instant.ofEpochSecond(1571076845, 810862000));
        assertThat(running.times().done()).isNull();
        assertThat(running.promotionOf()).isNull();
        assertThat(running.trigger().kind()).isEqualTo(Trigger.Kind.UNKNOWN);
        assertThat(page.items().get(1).reason()).isEqualTo(ResultReason.STRATEGY);
        assertThat(page.items().get(2).state()).isEqualTo(PipelineState.UNKNOWN);
        assertThat(page.items().get(2).result()).isNull();
        assertThat(page.items().get(3).result()).isEqualTo(Result.UNKNOWN);
        assertThat(page.items().get(3).reason()).isEqualTo(ResultReason.UNKNOWN);
        assertThat(page.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "WORKFLOW,       '',  u1, u1,   alice",
        "WORKFLOW,       u1,  u1, u1,   alice",
        "0,              '',  u1, u1,   alice",
        "PROMOTION,      u2,  u1, u2,   ",
        "PROMOTION,      u1,  u1, u1,   alice",
        "AUTO_PROMOTION, '',  u1, ,     ",
        "PARTIAL_RE_RUN, u2,  u1, u2,   ",
        "3,              u2,  u1, u2,   ",
    })
    void theAuthorOfTheWorkflowIsNotTakenForWhoPromotedOrRebuilt(
            String how, String pipelinesUser, String workflowsUser, @Nullable String user, @Nullable String login) {
        semaphore.answers(
                "{\"pipeline\": {\"ppl_id\": \"p1\", \"triggerer\": {\"wf_triggered_by\": 0, \"ppl_triggered_by\": \""
                        + how
                        + "\", \"ppl_triggerer_user_id\": \"" + pipelinesUser + "\", \"wf_triggerer_user_id\": \""
                        + workflowsUser
                        + "\", \"wf_triggerer_provider_login\": \"alice\"}}}");

        var trigger = semaphore.client().pipelines().describe("p1").trigger();

        assertThat(trigger.userId()).isEqualTo(user);
        assertThat(trigger.login()).isEqualTo(login);
        assertThat(trigger.author()).isEqualTo("alice");
    }

    @ParameterizedTest
    @CsvSource({
        "0,        '',  alice, alice",
        "HOOK,     '',  alice, alice",
        "0,        w0,  ,      alice",
        "1,        '',  ,      ",
        "2,        '',  ,      ",
        "API,      '',  ,      ",
        "3,        w0,  ,      ",
    })
    void theLoginIsTheUsersOnlyWhenAPushSetItOffForTheFirstTime(
            String workflowBy, String rerunOf, @Nullable String login, @Nullable String author) {
        semaphore.answers("{\"pipeline\": {\"ppl_id\": \"p1\", \"triggerer\": {\"ppl_triggered_by\": 0,"
                + " \"ppl_triggerer_user_id\": \"u1\", \"wf_triggerer_user_id\": \"u1\", \"wf_triggered_by\": \""
                + workflowBy + "\", \"workflow_rerun_of\": \"" + rerunOf
                + "\", \"wf_triggerer_provider_login\": \"alice\"}}}");

        var trigger = semaphore.client().pipelines().describe("p1").trigger();

        assertThat(trigger.userId()).isEqualTo("u1");
        assertThat(trigger.login()).isEqualTo(login);
        assertThat(trigger.author()).isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource({
        ".semaphore, semaphore.yml, .semaphore/semaphore.yml",
        "./.semaphore/, semaphore.yml, .semaphore/semaphore.yml",
        "/ci/deploy, prod.yml, ci/deploy/prod.yml",
        "., ci.yml, ci.yml",
        "/, ci.yml, ci.yml",
        ".semaphore, '', ''",
    })
    void aFileIsNamedAlikeHoweverItsFolderIsWritten(String folder, String name, String file) {
        semaphore.answers("{\"pipeline\": {\"ppl_id\": \"p1\", \"working_directory\": \"" + folder
                + "\", \"yaml_file_name\": \"" + name + "\"}}");

        assertThat(semaphore.client().pipelines().describe("p1").file()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void nothingIsRepeatedUnderAnEmptyToken(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> semaphore.client().pipelines().rebuild("p1", token));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> semaphore.client().promotions().trigger("p1", "prod", false, Map.of(), token));
        assertThat(semaphore.calls()).isEmpty();
    }

    @Test
    void theResultOfAJobCountsOnlyWhenItIsFinished() {
        semaphore.answers("""
                {"pipeline": {"ppl_id": "p1", "state": "running"}, "blocks": [
                  {"block_id": "", "name": "Later", "state": "waiting", "jobs": []},
                  {"name": "Test", "state": "running", "jobs": [
                    {"job_id": "j1", "name": "unit", "index": 0, "status": "RUNNING", "result": "PASSED"},
                    {"job_id": "j2", "name": "lint", "index": 1, "status": "FINISHED", "result": "FAILED"},
                    {"job_id": "j3", "name": "docs", "index": 2, "status": "ENQUEUED"}]}]}
                """);

        var blocks = semaphore.client().pipelines().describeInDetail("p1").blocks();

        assertThat(semaphore.call().query()).isEqualTo("detailed=true");
        assertThat(blocks.get(0).state()).isEqualTo(PipelineState.WAITING);
        assertThat(blocks.get(1).jobs()).extracting("state").contains(JobState.RUNNING, JobState.ENQUEUED);
        assertThat(blocks.get(1).jobs()).extracting("result").containsExactly(null, Result.FAILED, null);
    }

    @Test
    void everyFilterIsSentAndTextIsEncoded() {
        semaphore.answers("[]");
        var filter = new Filter(
                "r 1&x=y",
                "w1",
                "feature/ä+b%20{c}",
                ".semaphore/ci.yml",
                Instant.ofEpochSecond(10, 1),
                Instant.ofEpochSecond(20, 1),
                Instant.ofEpochSecond(30),
                Instant.ofEpochSecond(40),
                "7",
                5);

        semaphore.client().pipelines().list(filter, "3");

        var sent = semaphore.call().queryParameters();
        assertThat(sent)
                .containsEntry("project_id", List.of("r 1&x=y"))
                .containsEntry("wf_id", List.of("w1"))
                .containsEntry("branch_name", List.of("feature/ä+b%20{c}"))
                .containsEntry("yml_file_path", List.of(".semaphore/ci.yml"))
                .containsEntry("created_after", List.of("10"))
                .containsEntry("created_before", List.of("21"))
                .containsEntry("done_after", List.of("30"))
                .containsEntry("done_before", List.of("40"))
                .containsEntry("label", List.of("7"))
                .containsEntry("page_size", List.of("5"))
                .containsEntry("page", List.of("3"))
                .hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%41",
                "%41",
                "100%",
                "a%zz",
                "release/1.0%2Frc",
                "a*b~c",
                "a,b;c",
                "{a}",
                "a+b c",
                "ü%C3%BC",
                "%25"
            })
    void aBranchIsSentAsItIsAlsoWhenItLooksEncoded(String branch) {
        semaphore.answers("[]");

        semaphore.client().pipelines().list(Filter.ofProject("p1").on(GitRef.branch(branch)), null);

        assertThat(semaphore.call().queryParameters()).containsEntry("branch_name", List.of(branch));
    }

    @Test
    void stoppingIsAPatchWithAJsonTrueAndAnyAnswerWillDo() throws IOException {
        semaphore
                .answers("\"Pipeline termination started.\"")
                .answers("done, thank you")
                .answers("{}")
                .answers("");
        var pipelines = semaphore.client().pipelines();

        for (int i = 0; i < 4; i++) {
            pipelines.stop("p1");
        }

        assertThat(semaphore.call().method()).isEqualTo("PATCH");
        assertThat(semaphore.sent()).isEqualTo(WireJson.MAPPER.readTree("{\"terminate_request\": true}"));
        assertThat(semaphore.calls()).hasSize(4);
    }

    @Test
    void aRebuildCarriesItsTokenAndAnswersTheNewPipeline() {
        semaphore.answers("{\"message\": \"\", \"pipeline_id\": \"p2\"}");

        assertThat(semaphore.client().pipelines().rebuild("p1", "bot:rebuild:1"))
                .isEqualTo("p2");

        assertThat(semaphore.call().method()).isEqualTo("POST");
        assertThat(semaphore.call().path()).isEqualTo("/api/v1alpha/pipelines/p1/partial_rebuild");
        assertThat(semaphore.call().queryParameters()).containsEntry("request_token", List.of("bot:rebuild:1"));
    }
}
