package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.harness.SignedRequests;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.PressedControl;
import dev.signalman.simulator.slack.SimulatedPerson;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to get round a deploy's votes, all stopped by the rules. */
@Execution(ExecutionMode.CONCURRENT)
final class DeployingPastTheVotesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Policies POLICIES = new Policies(List.of(
            Policy.of("prod*", List.of("web"), List.of(), null)
                    .with(Approvals.of(1, RELEASE))
                    .starting(List.of(PipelineFixture.PRODUCTION)),
            Policy.of("staging", List.of("web"), List.of(), null).starting(List.of(PipelineFixture.STAGING))));

    private Dialogue bot;
    private String pipeline;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.configured(DeployingPastTheVotesTest::withRules);
        pipeline = bot.passed("web", "Round invoices");
        bot.semaphore().forgetCalls();
    }

    private static Configuration withRules(Configuration usual) {
        return ConfigurationChanger.from(usual)
                .access(new AccessRules(Map.of("override", List.of(ALICE))))
                .promotions(POLICIES)
                .configuration();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void nothingWasAsked() {
        assertThat(bot.changesAsked()).isEmpty();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".semaphore/production.yml",
                "./.semaphore/production.yml",
                "/.semaphore/production.yml",
                ".semaphore//production.yml",
                ".semaphore/x/../production.yml",
                ".semaphore\\\\production.yml"
            })
    void aRunOfADeploysFileIsJudgedAsThatPromotion(String file) {
        assertThat(bot.asks(ALICE, "/semaphore run web@main file=\"" + file + "\"")
                        .drawn())
                .contains("That would deploy to prod*", "Approvals: 0 of 1", "Nothing was changed");
        nothingWasAsked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".semaphore/nightly.yml",
                ".SEMAPHORE/PRODUCTION.YML",
                ".semaphore/production.yml ",
                ".semaphore/%2e/production.yml",
                "%2esemaphore/production.yml",
                "production.yml"
            })
    void inAProjectWithRulesARunOfAFileThatNobodyNamedIsRefused(String file) {
        assertThat(bot.asks(ALICE, "/semaphore run web@main file=\"" + file + "\"")
                        .drawn())
                .containsAnyOf("neither the project's own (.semaphore/semaphore.yml) nor named", "deploy to prod*");
        nothingWasAsked();
    }

    /** Lets the cache of projects expire, including a read that began before the change. */
    private void projectsAreReadAnew() {
        bot.passes(Duration.ofMinutes(1));
        bot.asks(ALICE, "/semaphore projects");
        bot.passes(Duration.ofMinutes(1));
    }

    @Test
    void whatIsJudgedAsTheProjectsOwnFileIsWhatRuns() {
        bot.semaphore()
                .addProject("web")
                .pushRuns("ci/build.yml")
                .plan(pipeline("ci/build.yml", "Web's own")
                        .block("Test", job("unit").runsUntilTold()));
        projectsAreReadAnew();
        bot.says(ALICE, "/semaphore run web@main");
        bot.card("Run by Alice", "Web's own");
    }

    @Test
    void theProjectsOwnFileIsSentAsTheProjectSpellsIt() {
        bot.semaphore()
                .addProject("web")
                .pushRuns("/ci/build.yml")
                .plan(pipeline("ci/build.yml", "Web's own")
                        .block("Test", job("unit").runsUntilTold()));
        projectsAreReadAnew();
        bot.says(ALICE, "/semaphore run web@main file=ci/./build.yml");
        bot.card("Run by Alice", "Web's own");
        bot.passed("web", "Push it too");
        bot.says(ALICE, "/semaphore pipelines web file=ci/build.yml");
        bot.answer(ALICE, "Push it too", "Round invoices");
    }

    @Test
    void theProjectsOwnFileAndAFileWhoseRulesAreMetRun() {
        bot.says(ALICE, "/semaphore run web@main");
        bot.card("Run by Alice");
        bot.says(BOB, "/semaphore run web@main file=" + PipelineFixture.STAGING);
        bot.card("Run by Bob");
    }

    @Test
    void aPathIsSentAsItWasJudged() {
        bot.says(BOB, "/semaphore run web@main file=link/../.semaphore/./staging.yml");
        bot.card("Run by Bob");
        var files = bot.semaphore()
                .reading((organization, now) -> organization.pipelines().stream()
                        .map(each -> each.plan().file())
                        .toList());
        assertThat(files).containsExactly(PipelineFixture.MAIN, PipelineFixture.STAGING);
    }

    @Test
    void aRebuildOfAPromotedPipelineIsJudgedAsThatPromotion() {
        var deploy = bot.promotedOnTheWeb("web", pipeline, "production");
        bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
        bot.semaphore().forgetCalls();
        assertThat(bot.asks(ALICE, "/semaphore rebuild " + deploy).drawn())
                .contains("That would deploy to", "Approvals: 0 of 1", "use /semaphore promote");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void theRebuildOfARebuiltDeployIsJudgedAsThatPromotionToo() {
        var deploy = bot.promotedOnTheWeb("web", pipeline, "staging");
        bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
        var again = bot.semaphore().rebuildOnTheWeb(deploy, "bob").pipelineId();
        bot.semaphore().failJob(again, "Deploy", "rollout", 1, "boom\n");
        bot.says(ALICE, "/semaphore rebuild " + again);
        bot.card("Rebuilt by Alice");

        var guarded = bot.promotedOnTheWeb("web", pipeline, "production");
        bot.semaphore().failJob(guarded, "Deploy", "rollout", 1, "boom\n");
        var rebuilt = bot.semaphore().rebuildOnTheWeb(guarded, "bob").pipelineId();
        bot.semaphore().failJob(rebuilt, "Deploy", "rollout", 1, "boom\n");
        assertThat(bot.asks(ALICE, "/semaphore rebuild " + rebuilt).drawn())
                .contains("That would deploy to", "Approvals: 0 of 1");
    }

    @Test
    void aRebuildOfAPromotionWithoutVotesGoes() {
        var deploy = bot.promotedOnTheWeb("web", pipeline, "staging");
        bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
        bot.says(ALICE, "/semaphore rebuild " + deploy);
        bot.card("Rebuilt by Alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "production",
                "Production",
                "PRODUCTION",
                "\" production\"",
                "\"production \"",
                "\"production\u00a0\"",
                "\"\u00a0Production\"",
                "prod"
            })
    void noWayOfWritingTheNameLeadsPastTheRule(String name) {
        bot.says(ALICE, "/semaphore promote " + name + " web");
        bot.answer(ALICE, "#1 is waiting for approval");
        nothingWasAsked();
    }

    @Test
    void overridingIsVotedOnAndNeedsAccessBesides() {
        var failed = bot.semaphore().push("web", "main", "Break it", "alice").pipelineId();
        bot.semaphore().failJob(failed, "Test", "rspec 1 of 2", 1, "boom\n");
        assertThat(bot.asks(BOB, "/semaphore promote production " + failed + " override")
                        .drawn())
                .contains("Only Alice can use \"override\"");
        bot.says(ALICE, "/semaphore promote production " + failed + " override");
        bot.card("requests approval to promote", "The pipeline did not pass (override).", "0 of 1 approval");
        nothingWasAsked();
    }

    @Test
    void aLinePressedInAnotherChannelIsJudgedAllTheSame() {
        bot.says(ALICE, BUILDS, "/semaphore status " + pipeline);
        var snapshot = bot.answerIn(ALICE, BUILDS, "[Promote to production]");
        bot.presses(ALICE, snapshot, "Promote to production");
        bot.answerIn(ALICE, BUILDS, "#1 is waiting for approval");
        assertThat(bot.asksIn(ALICE, BUILDS, "/semaphore approve 1").drawn())
                .contains("You can't vote on your own request #1");
        nothingWasAsked();
    }

    @Test
    @Tag("once") // forges a request, which cannot be done to a socket
    void aForgedButtonGrantsNothing() throws Exception {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 1 approval");
        var press = bot.slack().chooses(CAROL, card, "More actions", "Withdraw");
        bot.answer(CAROL, "Only Alice, who requested it, can withdraw");
        for (var line : List.of(
                "grant 1", "follow 1 attempt=0", "expire 1", "promote production pipeline " + pipeline + " again")) {
            send(press, line);
        }
        bot.answer(CAROL, "Unknown command", "expire");
        bot.answer(CAROL, "already requested this: #1");
        bot.becomes(card, "0 of 1 approval", "[Approve]");
        nothingWasAsked();
    }

    @Test
    @Tag("once") // forges a request, which cannot be done to a socket
    void aFormThatSomebodyElseOpenedSaysNothingInTheirName() throws Exception {
        bot.slack().add(SimulatedPerson.member("U0DAN", "Dan"));
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 1 approval");
        bot.presses(CAROL, card, "Reject");
        bot.form(CAROL);
        var hers = submission(CAROL, "I say so");
        for (var thief : List.of("U0DAN", GUS, ALICE)) {
            assertThat(new SignedRequests(bot)
                            .send(hers.replace(CAROL, thief), Instant.now())
                            .statusCode())
                    .isEqualTo(200);
        }
        for (var no :
                List.of("Only release can vote on #1", "Guests can look", "You can't vote on your own request #1")) {
            bot.answer(CAROL, no, "Nothing was changed"); // where the form came from
        }
        bot.becomes(card, "0 of 1 approval", "[Approve]");
        nothingWasAsked();
        bot.form(CAROL).fill("Reason", "I say so").submit();
        bot.becomes(card, "rejected by", "I say so");
    }

    /** The request that Slack would send for a submitted form. */
    private String submission(String person, String why) throws Exception {
        var slack = bot.slack();
        var view = slack.window(person).json(slack.modal(person).orElseThrow());
        for (var block : view.path("blocks")) {
            var element = block.path("element");
            view.withObject("/state/values")
                    .withObject("/" + block.path("block_id").asText())
                    .putObject(element.path("action_id").asText())
                    .put("type", element.path("type").asText())
                    .put("value", why);
        }
        var payload = JSON.createObjectNode().put("type", "view_submission");
        payload.putObject("user")
                .put("id", person)
                .put("name", person)
                .put("team_id", slack.app().teamId());
        payload.set("view", view);
        return "payload=" + URLEncoder.encode(JSON.writeValueAsString(payload), StandardCharsets.UTF_8);
    }

    /** Sends a press again with another line, newly signed. */
    private void send(PressedControl press, String line) throws Exception {
        var body = press.delivery().body();
        var payload = (ObjectNode)
                JSON.readTree(URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8));
        var action = (ObjectNode) payload.path("actions").get(0);
        var chosen = action.path("selected_option").isObject() ? action.path("selected_option") : action;
        ((ObjectNode) chosen).put("value", line);
        action.put("action_ts", Long.toString(System.nanoTime()));
        var forged = "payload=" + URLEncoder.encode(JSON.writeValueAsString(payload), StandardCharsets.UTF_8);
        assertThat(new SignedRequests(bot).send(forged, Instant.now()).statusCode())
                .isEqualTo(200);
    }
}
