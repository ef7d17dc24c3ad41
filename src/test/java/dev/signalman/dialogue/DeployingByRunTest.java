package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A deploy that somebody runs in Semaphore without a promotion is reported where it broke rules. */
@Execution(ExecutionMode.CONCURRENT)
final class DeployingByRunTest {
    private static final Policy RULE = Policy.of("production", List.of("web"), List.of(), null)
            .starting(List.of(PipelineFixture.PRODUCTION))
            .with(new Approvals(
                    1, List.of(RELEASE), DEPLOYS, Approvals.Notify.MENTION, false, Approvals.USUAL_LIFE, List.of()));

    /** Some time in which the bot polls again and again, and longer than an act of its own may be unsettled. */
    private static void polls(Dialogue bot) {
        for (int look = 0; look < 6; look++) {
            bot.passes(Duration.ofSeconds(30));
            bot.untilAllIsDone();
        }
    }

    private static Dialogue under(Policy rule) throws IOException {
        var bot = Dialogue.start(new Policies(List.of(rule)));
        bot.passed("web", "Round invoices");
        bot.until(
                "web is polled",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.query().contains("created_after")));
        return bot;
    }

    private static String runByBob(Dialogue bot) {
        return bot.semaphore()
                .runOnTheWeb("web", "main", PipelineFixture.PRODUCTION, "bob")
                .pipelineId();
    }

    private static String alert(Dialogue bot) {
        bot.passes(Duration.ofMinutes(2));
        return bot.card("was deployed to *production* outside Signalman").drawn();
    }

    @Test
    void whoeverRunsADeploysFileIsReportedOnceToItsApprovers() throws Exception {
        try (var bot = under(RULE)) {
            var deploy = runByBob(bot);
            assertThat(alert(bot))
                    .contains(
                            "*web* was deployed to *production* outside Signalman by *bob*, without a promotion: a run of "
                                    + PipelineFixture.PRODUCTION,
                            "Not met: Approvals: 0 of 1; needs *release*",
                            "@S0RELEASE: this had no approval here. Was it intended?",
                            "use the gate: gate: true in the rule",
                            "[Stop the deploy]");
            polls(bot);
            bot.semaphore().finish(deploy);
            polls(bot);
            assertThat(bot.shown(DEPLOYS, "outside Signalman")).hasSize(1);
            assertThat(bot.asks(ALICE, "/semaphore audit").drawn())
                    .containsOnlyOnce("bypass: web was deployed to production");
        }
    }

    @Test
    void scheduledTaskIsReportedAsThat() throws Exception {
        try (var bot = under(RULE)) {
            bot.semaphore().runBySchedule("web", "main", PipelineFixture.PRODUCTION, "bob");
            assertThat(alert(bot)).contains("outside Signalman by *a scheduled task*");
        }
    }

    @Test
    void rebuildOfAPromotedDeployIsReportedUnderTheNameOfItsPromotion() throws Exception {
        var named = Policy.of("production", List.of("web"), List.of(), null).with(RULE.approvals());
        try (var bot = under(named)) {
            var deploy =
                    bot.promotedOnTheWeb("web", bot.semaphore().pipelines("web").get(0), "production");
            bot.card("was promoted to *production* outside Signalman");
            bot.semaphore().begin(deploy);
            bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
            bot.semaphore().rebuildOnTheWeb(deploy, "bob");
            assertThat(alert(bot)).contains("by *bob*", "a rebuild of " + PipelineFixture.PRODUCTION);
        }
    }

    @Test
    void freezeCountsAsOfTheTimeOfTheRun() throws Exception {
        var noApproval = Policy.of("production", List.of("web"), List.of(), null)
                .starting(List.of(PipelineFixture.PRODUCTION))
                .with(new Approvals(
                        0, List.of(), DEPLOYS, Approvals.Notify.NONE, false, Approvals.USUAL_LIFE, List.of()));
        var now = Instant.now().plusSeconds(60).atZone(ZoneOffset.UTC);
        var freeze =
                Freeze.of("0 %d %d * * *".formatted(now.getMinute(), now.getHour()), "PT12H", "UTC", "stocktaking");
        try (var bot = under(noApproval.frozen(freeze))) {
            runByBob(bot);
            polls(bot);
            assertThat(bot.shown(DEPLOYS, "outside Signalman")).isEmpty();
            runByBob(bot);
            assertThat(alert(bot)).contains("Not met: Frozen", "stocktaking");
        }
    }

    @Test
    void whatTheBotRanIsNotReportedEvenIfSemaphoresAnswerWasLost() throws Exception {
        var noApproval = Policy.of("production", List.of("web"), List.of(), null)
                .starting(List.of(PipelineFixture.PRODUCTION))
                .with(new Approvals(
                        0, List.of(), DEPLOYS, Approvals.Notify.NONE, false, Approvals.USUAL_LIFE, List.of()));
        try (var bot = under(noApproval)) {
            bot.semaphore()
                    .fault(SemaphoreFault.on("POST", "/plumber-workflows").actsThenCuts());
            bot.says(ALICE, "/semaphore run web file=" + PipelineFixture.PRODUCTION);
            bot.card("Run by Alice");
            bot.says(
                    ALICE, "/semaphore lock production web because we move"); // it would be reported as somebody else's
            bot.card("Alice locked");
            polls(bot);
            assertThat(bot.shown(DEPLOYS, "outside Signalman")).isEmpty();
        }
    }

    @Test
    void underAGateItIsReportedOnceItEndsWithoutHavingAsked() throws Exception {
        try (var bot = under(RULE.atTheGate())) {
            var deploy = runByBob(bot);
            polls(bot);
            assertThat(bot.shown(DEPLOYS, "outside Signalman")).isEmpty();
            bot.semaphore().finish(deploy);
            assertThat(alert(bot)).contains("Not met: Approvals: 0 of 1");
        }
    }

    @Test
    void otherFilesAreNoDeploys() throws Exception {
        try (var bot = under(RULE)) {
            bot.semaphore().runOnTheWeb("web", "main", PipelineFixture.STAGING, "bob");
            polls(bot);
            assertThat(bot.shown(DEPLOYS, "outside Signalman")).isEmpty();
        }
    }
}
