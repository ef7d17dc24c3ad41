package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pusher chooses a promotion's name and file; the rules still apply to what is deployed. */
final class PromotingUnderAnotherNameTest {
    private static final String PREVIEW = ".semaphore/preview.yml";
    private static final Policy PRODUCTION = Policy.of("production", List.of("web"), List.of(), null)
            .with(Approvals.of(1, RELEASE))
            .starting(List.of(PipelineFixture.PRODUCTION));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(PRODUCTION)));
    }

    @AfterEach
    void end() {
        bot.close();
    }

    /** Starts again under other rules. */
    private void ruledBy(Policies rules) throws Exception {
        bot.close();
        bot = Dialogue.start(rules);
    }

    /** Pushes a branch whose file has this promotion; its pipeline passes. Returns its id. */
    private String pushed(String promotion, String file) {
        var main = pipeline(PipelineFixture.MAIN, "Build and test")
                .block("Test", job("rspec").takes(Duration.ofMillis(10)))
                .promotion(promotion, file);
        bot.semaphore().addProject("web").plan(main);
        var pipeline = bot.semaphore().push("web", "topic", "Try this", "bob").pipelineId();
        bot.semaphore().finish(pipeline);
        return pipeline;
    }

    private void newestIsStopped() {
        var all = bot.semaphore().pipelines("web");
        var deploy = all.get(all.size() - 1);
        bot.until(
                "the deploy is stopped",
                () -> List.of("stopped", "canceled").contains(bot.semaphore().state(deploy)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Prod2", "\"Deploy to prod\""})
    void aNameThatNothingSpeaksOfIsRefusedWithTheLineThatWouldAllowIt(String name) {
        var pipeline = pushed(name.replace("\"", ""), PipelineFixture.PRODUCTION);
        assertThat(bot.asks(ALICE, "/semaphore promote " + name + " pipeline " + pipeline)
                        .drawn())
                .contains(
                        "Unknown promotion \"" + name.replace("\"", "") + "\" of web",
                        "- {name: web, promotions: [staging, production, " + name + "]}",
                        "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore why " + name + " pipeline " + pipeline)
                        .drawn())
                .contains("would be refused now", "❌ Unknown promotion");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pr\u043eduction", "pro\u200bduction"})
    void aNameThatLooksLikeARuledOneIsThatOne(String name) {
        var pipeline = pushed(name, PipelineFixture.PRODUCTION);
        bot.says(ALICE, "/semaphore promote \"" + name + "\" pipeline " + pipeline);
        bot.card("0 of 1 approval");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    private void ruledBy(String name) throws Exception {
        var rule = Policy.of(name, List.of("web"), List.of(), null).with(Approvals.NONE);
        ruledBy(new Policies(List.of(rule)));
    }

    /** Semaphore's names have a case, and a rule's name may have another one. */
    @Test
    void aRulesSpellingThatSemaphoreRefusedIsNotSentAgain() throws Exception {
        ruledBy("Preview");
        var first = pushed("preview", PREVIEW);
        bot.says(ALICE, "/semaphore promote preview pipeline " + first);
        bot.answer(ALICE, "No promotion named \"Preview\" starts from this pipeline of web.");
        bot.says(ALICE, "/semaphore promote preview pipeline " + first);
        bot.card("Promoted to preview by Alice");
        bot.semaphore().finish(bot.semaphore().pipelines("web").get(1));

        var second = pushed("preview", PREVIEW);
        bot.passes(Duration.ofMinutes(3));
        bot.says(ALICE, "/semaphore promote PREVIEW pipeline " + second);
        bot.until("both went", () -> bot.semaphore().promotions("web").equals(List.of("preview", "preview")));
    }

    @Test
    void untilThenTheRulesSpellingIsBetterThanACarelessOne() throws Exception {
        ruledBy("preview");
        var pipeline = pushed("preview", PREVIEW);
        bot.says(ALICE, "/semaphore promote PREVIEW pipeline " + pipeline);
        bot.card("Promoted to preview by Alice");
    }

    @Test
    void whatWasPromotedOnTheWebShowsHowSemaphoreSpellsIt() throws Exception {
        ruledBy("Preview");
        bot.semaphore().finish(bot.promotedOnTheWeb("web", pushed("preview", PREVIEW), "preview"));
        var next = pushed("preview", PREVIEW);
        bot.says(ALICE, "/semaphore promote Preview pipeline " + next);
        bot.card("Promoted to preview by Alice");
    }

    @Test
    void aNameThatIsKnownToStartWhatNoRuleNamesGoes() {
        var pipeline = pushed("preview", PREVIEW);
        assertThat(bot.asks(ALICE, "/semaphore promote preview pipeline " + pipeline)
                        .drawn())
                .contains("Unknown promotion \"preview\" of web");
        bot.semaphore().finish(bot.promotedOnTheWeb("web", pipeline, "preview"));
        bot.says(ALICE, "/semaphore promote preview pipeline " + pipeline + " again");
        bot.card("Promoted to preview by Alice");
        assertThat(bot.shown(DEPLOYS, "started a different file")).isEmpty();
    }

    @Test
    @Tag("on-postgresql")
    void aNameThatIsKnownToStartARuledFileDoesNot() {
        var pipeline = pushed("Prod2", PipelineFixture.PRODUCTION);
        bot.semaphore().finish(bot.promotedOnTheWeb("web", pipeline, "Prod2"));
        assertThat(bot.asks(ALICE, "/semaphore promote Prod2 pipeline " + pipeline + " again")
                        .drawn())
                .contains(
                        "it starts .semaphore/production.yml, which the rule for production protects (promotions[0])");
        assertThat(bot.semaphore().promotions("web")).containsExactly("Prod2");
    }

    @Test
    void whatStartsARuledFileUnderAHarmlessNameIsStoppedAndToldLikeABypass() {
        bot.subscribes(ALICE, DEPLOYS, "web");
        var pipeline = pushed("staging", PipelineFixture.PRODUCTION); // which projects: lists
        bot.says(ALICE, "/semaphore promote staging pipeline " + pipeline);
        var alert =
                bot.card("*staging* of *web*, promoted by *Alice*, started a different file than the rules allow  ·");
        assertThat(alert.drawn())
                .contains(
                        "Not met: It started .semaphore/production.yml, which the rule for production protects "
                                + "(promotions[0].pipeline_files)",
                        "@S0RELEASE: this isn't what was requested.");
        newestIsStopped();
        assertThat(bot.asks(ALICE, "/semaphore audit").drawn()).contains("bypass: staging of web, promoted by Alice");
    }

    @Test
    void peopleAreAskedForHelpWhenSemaphoreDoesNotStopIt() {
        bot.subscribes(ALICE, DEPLOYS, "web");
        var pipeline = pushed("staging", PipelineFixture.PRODUCTION);
        bot.semaphore()
                .fault(SemaphoreFault.on("PATCH", "/pipelines/*")
                        .internalError()
                        .always());
        bot.says(ALICE, "/semaphore promote staging pipeline " + pipeline);
        bot.card("*staging* of *web*, promoted by *Alice*, started a different file than the rules allow");
        assertThat(bot.shown(DEPLOYS, "Semaphore doesn't stop this")).isEmpty();
        bot.untilARound(
                "help is asked for",
                () -> !bot.shown(DEPLOYS, "Semaphore doesn't stop this").isEmpty());
        bot.semaphore().heal();
        var all = bot.semaphore().pipelines("web");
        bot.untilARound(
                "the deploy is stopped",
                () -> bot.semaphore().state(all.get(all.size() - 1)).equals("stopped"));
    }

    @Test
    @Tag("on-postgresql")
    void whatWasVotedOnAndStartsAnotherFileIsStopped() {
        var pipeline = pushed("production", PREVIEW);
        bot.says(ALICE, "/semaphore promote production pipeline " + pipeline);
        bot.card("0 of 1 approval");
        bot.says(BOB, "/semaphore approve 1");
        bot.card(
                "*production* of *web*, promoted by *Alice*, started a different file than the rules allow  ·",
                "It started .semaphore/preview.yml, but the rule for production only allows "
                        + ".semaphore/production.yml");
        newestIsStopped();
    }

    @Test
    void whatStartsARuledFileOnTheWebIsJudgedByThatFile() {
        bot.subscribes(ALICE, DEPLOYS, "web");
        bot.says(ALICE, "/semaphore lock production web because of rain");
        bot.card("Alice locked");
        bot.passes(Duration.ofSeconds(6));
        var pipeline = pushed("Prod2", PipelineFixture.PRODUCTION);
        bot.promotedOnTheWeb("web", pipeline, "Prod2");
        bot.card(
                "*web* was promoted to *Prod2* outside Signalman",
                "Not met: It started .semaphore/production.yml, which the rule for production protects",
                "Not met: Approvals: 0 of 1",
                "Not met: Locked by Alice");
    }

    @Test
    void aDeployOfAnotherFileIsNotRunAgainEither() throws Exception {
        ruledBy(new Policies(List.of(PRODUCTION.with(Approvals.NONE))));
        var pipeline = pushed("production", PREVIEW);
        var deploy = bot.promotedOnTheWeb("web", pipeline, "production");
        bot.semaphore().stopOnTheWeb(deploy, "bob");
        bot.until(
                "it is done",
                () -> !List.of("running", "stopping").contains(bot.semaphore().state(deploy)));
        assertThat(bot.asks(ALICE, "/semaphore rebuild " + deploy).drawn())
                .contains("production starts .semaphore/production.yml, but this ran .semaphore/preview.yml");
    }

    @Test
    void whereTheFileAllowsItAnyNameGoes() throws Exception {
        ruledBy(new Policies(List.of(PRODUCTION), true));
        var pipeline = pushed("preview", PREVIEW);
        assertThat(bot.asks(ALICE, "/semaphore why preview pipeline " + pipeline)
                        .drawn())
                .contains("would be allowed now", "Named by no rule, which signalman.yml allows");
        bot.says(ALICE, "/semaphore promote preview pipeline " + pipeline);
        bot.card("Promoted to preview by Alice");
    }

    @Test
    void aProjectThatWasRenamedKeepsItsRulesAndRefusesUntilTheFileIsCorrected() {
        var pipeline = bot.passed("web", "Round invoices");
        // judged once, so that the bot has met the project under its old name
        assertThat(bot.asks(ALICE, "/semaphore why production pipeline " + pipeline)
                        .drawn())
                .contains("production");
        bot.semaphore().addProject("web").rename("shop");
        bot.passes(Duration.ofMinutes(1));
        assertThat(bot.asks(ALICE, "/semaphore promote production pipeline " + pipeline)
                        .drawn())
                .contains(
                        "This project was renamed: signalman.yml calls it \"web\", Semaphore \"shop\"",
                        "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore run shop@main file=" + PipelineFixture.PRODUCTION)
                        .drawn())
                .contains("That would deploy to production", "This project was renamed");
        assertThat(bot.semaphore().promotions("shop")).isEmpty();
        assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                .contains(
                        "web is now called shop in Semaphore. Promotions there are blocked until the rules use that name.");
    }

    @Test
    void whileARuledProjectIsMissingNoOtherOneCanBeIt() throws Exception {
        ruledBy(new Policies(List.of(Policy.of("production", List.of("wbe"), List.of(), null))));
        bot.semaphore().addProject("api").promotion("production", PipelineFixture.PRODUCTION);
        var pipeline = bot.passed("api", "Round invoices");
        assertThat(bot.asks(ALICE, "/semaphore promote production pipeline " + pipeline)
                        .drawn())
                .contains("name wbe, which I can't find in Semaphore. api might be meant, so promotions are "
                        + "blocked there.");
        assertThat(bot.semaphore().promotions("api")).isEmpty();
    }
}
