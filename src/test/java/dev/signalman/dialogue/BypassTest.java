package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.AutoPromotion;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A promotion past the bot is noticed while it runs, and reported where it broke rules. */
@Execution(ExecutionMode.CONCURRENT)
@Order(3)
final class BypassTest {
    /** The longest time between two looks. */
    private static final Duration A_TURN = Duration.ofSeconds(6);

    /** Looks after which a promotion missing from every list is given up. */
    private static final int LOOKS_FOR_WHAT_IS_MISSING = 26;

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(two(BUILDS))));
        looksThrough();
    }

    /** Starts again under other rules. */
    private void ruledBy(Policy... rules) throws Exception {
        bot.close();
        bot = Dialogue.start(new Policies(List.of(rules)));
        if (rules.length > 0) {
            looksThrough();
        }
    }

    /** The first look, which sets how far later looks reach back. */
    private void looksThrough() {
        bot.until(
                "web is looked through",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.query().contains("created_after")));
    }

    private static Policy two(@Nullable String channel) {
        return Policy.of("production", List.of("web"), List.of(), null)
                .with(new Approvals(
                        2,
                        List.of(RELEASE),
                        channel,
                        Approvals.Notify.MENTION,
                        false,
                        Approvals.USUAL_LIFE,
                        List.of()));
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private List<String> audit(String channel) {
        return bot.asksIn(ALICE, channel, "/semaphore audit")
                .drawn()
                .lines()
                .filter(line -> line.contains("#"))
                .toList();
    }

    private void quietly() {
        bot.passes(A_TURN.multipliedBy(3));
        bot.untilAllIsDone();
    }

    @Test
    void bypassIsReportedOnceInTheRulesChannelToItsApprovers() {
        var pipeline = bot.passed("web", "Round invoices");
        var deploy = bot.promotedOnTheWeb("web", pipeline, "production");
        var alert = bot.cardIn(BUILDS, "*web* was promoted to *production* outside Signalman by *", "Round invoices");
        assertThat(alert.drawn())
                .contains("Not met: Approvals: 0 of 2; needs *release*", "@S0RELEASE: this had no approval here.");
        assertThat(alert.buttons()).containsExactly("Stop the deploy", "History");
        var row = audit(BUILDS).get(0);
        assertThat(row)
                .contains("`promote production pipeline " + pipeline + "`", "bypass: web was promoted to production");

        quietly();
        bot.semaphore().finish(deploy);
        quietly();
        assertThat(bot.shown(BUILDS, "outside Signalman")).hasSize(1);
        assertThat(audit(BUILDS)).hasSize(1);
        assertThat(bot.asks(ALICE, "/semaphore deploys web").drawn()).contains(", outside Signalman");
    }

    @Test
    void theRebuildOfADeployIsNoPromotionOfItsOwnAndNoneIsLookedFor() throws Exception {
        try (var log = new LogLines()) {
            ruledBy(two(BUILDS)); // start its threads after the log listener
            var deploy = bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "production");
            bot.cardIn(BUILDS, "outside Signalman");
            bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
            var rebuilt = bot.semaphore().rebuildOnTheWeb(deploy, "bob").pipelineId();
            bot.semaphore().finish(rebuilt);
            for (int look = 0; look < LOOKS_FOR_WHAT_IS_MISSING; look++) {
                bot.passes(Duration.ofMinutes(1));
                bot.untilAllIsDone();
            }
            assertThat(bot.semaphore().calls()).anyMatch(call -> call.path().endsWith("/pipelines/" + rebuilt));
            assertThat(log.all()).noneMatch(line -> line.contains("Can't tell who started deploy {}: {}"));
            assertThat(bot.shown(BUILDS, "was promoted to")).hasSize(1);
            assertThat(bot.shown(BUILDS, "without a promotion: a rebuild of")).hasSize(1);
            assertThat(audit(BUILDS)).hasSize(2);
        }
    }

    @Test
    void whoPromotedIsNamedByTheMembersOfTheProjectAndNotByWhoPushed() {
        bot.semaphore().user("bob").named("Bob Builder");
        var pushed = bot.passed("web", "Round invoices");
        var rerun = bot.semaphore().rerunOnTheWeb(pushed, "bob").pipelineId();
        bot.semaphore().finish(rerun);
        bot.semaphore().finish(bot.promotedOnTheWeb("web", rerun, "production"));
        var alert = bot.cardIn(BUILDS, "*web* was promoted to *production* outside Signalman by *");
        assertThat(alert.drawn()).contains("by *Bob Builder*").doesNotContain("by *alice");
        assertThat(audit(BUILDS).get(0)).contains("Bob Builder").doesNotContain("alice");
        assertThat(bot.asks(ALICE, "/semaphore deploys web").drawn())
                .contains("by Bob Builder")
                .doesNotContain("by alice");
    }

    @Test
    void twoMembersOfOneNameAreToldApart() {
        bot.semaphore().user("bob").named("Bob Builder");
        bot.semaphore().user("mallory").named("bob builder ");
        bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "production");
        bot.cardIn(BUILDS, "outside Signalman by *Bob Builder (the account ");
    }

    @Test
    void anAccountThatIsNoMemberAndOneWhoseNameMayNotBeKnownAreNamedByTheirIds() {
        var account = bot.semaphore().user("bob").asServiceAccount().id().substring(0, 8);
        bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "production");
        bot.cardIn(BUILDS, "outside Signalman by *the account " + account, "Round invoices");
        bot.passes(Duration.ofMinutes(11));
        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/projects/*/members")
                        .answers(Reply.bare(403, "Permission denied"))
                        .always());
        bot.promotedOnTheWeb("web", bot.passed("web", "Sort invoices"), "production");
        bot.cardIn(BUILDS, "outside Signalman by *the account " + account, "Sort invoices");
    }

    @Test
    void whileNamesCannotBeReadNothingIsToldAndThenTheRightOne() {
        bot.semaphore().user("bob").named("Bob Builder");
        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/projects/*/members")
                        .internalError()
                        .times(6));
        bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "production");
        bot.cardIn(BUILDS, "outside Signalman by *Bob Builder*");
        assertThat(bot.shown(BUILDS, "was promoted to")).hasSize(1);
    }

    @Test
    void whatTheBotPromotesIsNeverToldAsPastIt() {
        bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production web");
        bot.cardIn(BUILDS, "0 of 2 approvals");
        bot.says(BOB, "/semaphore approve 1");
        bot.answer(BOB, "You approved #1");
        bot.says(CAROL, "/semaphore approve 1");
        bot.cardIn(BUILDS, "Promoted to production by Alice");
        quietly();
        assertThat(bot.shown(BUILDS, "outside Signalman")).isEmpty();
        assertThat(bot.asks(ALICE, "/semaphore history production web").drawn())
                .contains("by Alice, approved by Bob and Carol");
        assertThat(audit(BUILDS)).noneMatch(row -> row.contains("bypass"));
    }

    @Test
    void whereNoRuleHoldsItIsALineOnTheCardsAndNoMore() throws Exception {
        ruledBy();
        var first = bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore rerun " + first);
        var card = bot.card("Round invoices", "Rerun by Alice");
        var all = bot.semaphore().pipelines("web");
        var pipeline = all.get(all.size() - 1);
        bot.semaphore().finish(pipeline);
        bot.becomes(card, "[Promote to staging]");
        bot.promotedOnTheWeb("web", pipeline, "staging");
        bot.becomes(card, "*staging*: deploying by ", ", outside Signalman");
        bot.card("Promoted to staging by ", ", outside Signalman");
        assertThat(audit(DEPLOYS)).noneMatch(row -> row.contains("bypass"));
    }

    @Test
    void overrideOnTheWebOfAnUnguardedPromotionIsNotReported() throws Exception {
        ruledBy();
        bot.subscribes(ALICE, BUILDS, "web");
        var started = bot.semaphore().push("web", "main", "Round invoices", "alice");
        bot.semaphore().failJob(started.pipelineId(), "Test", "rspec 2 of 2", 1, "boom\n");
        bot.cardIn(BUILDS, "failed", "Round invoices");
        bot.promotedOnTheWeb("web", started.pipelineId(), "staging");
        bot.cardIn(BUILDS, "*staging*: deploying by ", ", outside Signalman");
        quietly();
        assertThat(bot.shown(BUILDS, "was promoted to")).isEmpty();
        assertThat(audit(BUILDS)).noneMatch(row -> row.contains("bypass"));
    }

    @Test
    void overrideOnTheWebOfAGuardedPromotionIsReportedWithAllUnmetRules() throws Exception {
        var region = new Policy.Parameter("REGION", true, List.of("eu", "us"), "");
        ruledBy(Policy.of("production", List.of("web"), List.of(), List.of(region)));
        bot.subscribes(ALICE, BUILDS, "web");
        var started = bot.semaphore().push("web", "main", "Round invoices", "alice");
        bot.semaphore().failJob(started.pipelineId(), "Test", "rspec 2 of 2", 1, "boom\n");
        bot.cardIn(BUILDS, "failed", "Round invoices");
        bot.promotedOnTheWeb("web", started.pipelineId(), "production");
        bot.cardIn(
                BUILDS,
                "*web* was promoted to *production* outside Signalman",
                "Not met: The pipeline Build and test of web, ",
                "Only passed pipelines can be promoted. Wait for one that passes. Those listed under access."
                        + "override in signalman.yml can add override.",
                "Not met: REGION can't be \"\". Use eu, us."); // Semaphore runs it with an empty one
    }

    @Test
    void openActIsAwaitedBeforeABypassIsReported() throws Exception {
        ruledBy(two(BUILDS).with(Approvals.NONE));
        bot.passed("web", "Round invoices");
        var semaphoreCallLatch = new SemaphoreCallLatch();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").answerWaitsFor(semaphoreCallLatch));
        bot.says(ALICE, "/semaphore promote production web");
        bot.until("it is promoted", () -> bot.semaphore().pipelines("web").size() == 2);
        bot.says(ALICE, "/semaphore lock production web because of rain"); // it would be reported as somebody else's
        bot.card("Alice locked");
        quietly();
        semaphoreCallLatch.open();
        bot.card("Promoted to production by Alice");
        quietly();
        assertThat(bot.shown(DEPLOYS, "outside Signalman")).isEmpty();
        assertThat(bot.asks(ALICE, "/semaphore history production web").drawn()).contains("by Alice  Round invoices");
    }

    @Test
    void whereALockHeldItIsToldThoughNoRuleStandsInTheFile() throws Exception {
        ruledBy();
        var pipeline = bot.passed("web", "Round invoices");
        bot.subscribes(ALICE, BUILDS, "web");
        bot.says(ALICE, "/semaphore lock production web because of rain");
        bot.card("Alice locked");
        bot.passes(A_TURN);
        bot.promotedOnTheWeb("web", pipeline, "production");
        var alert = bot.cardIn(BUILDS, "outside Signalman", "Not met: Locked by Alice since ", ": of rain");
        assertThat(alert.drawn()).doesNotContain("this had no approval here.");
        assertThat(bot.shown(DEPLOYS, "outside Signalman")).isEmpty();
    }

    @Test
    void whereTheRulesChannelIsArchivedTheSubscribedOneHearsOfIt() {
        var pipeline = bot.passed("web", "Round invoices");
        bot.subscribes(ALICE, DEPLOYS, "web");
        bot.slack().add(bot.slack().channel(BUILDS).whenArchived());
        bot.promotedOnTheWeb("web", pipeline, "production");
        bot.card("*web* was promoted to *production* outside Signalman", "Not met: Approvals: 0 of 2");
        assertThat(bot.shown(BUILDS, "outside Signalman")).isEmpty();
    }

    @Test
    void bypassIsJudgedByTheFreezeAtTheTimeOfThePromotion() throws Exception {
        var hour = InstantSource.system().instant().atZone(ZoneOffset.UTC).getHour();
        ruledBy(two(BUILDS)
                .with(Approvals.NONE)
                .frozen(Freeze.of("0 0 " + hour + " * * *", "PT2H", "UTC", "the fair")));
        var pipeline = bot.passed("web", "Round invoices");
        bot.semaphore().fault(SemaphoreFault.on("GET", "/promotions").always().unavailable());
        bot.promotedOnTheWeb("web", pipeline, "production");
        bot.until(
                "it is looked for",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.path().endsWith("/promotions")
                                && call.method().equals("GET")));
        bot.subscribes(ALICE, DEPLOYS, "web");
        bot.passes(Duration.ofHours(3));
        bot.semaphore().heal();
        bot.card("outside Signalman", "Not met: Frozen until ", "the fair");
    }

    @Test
    void whatSemaphorePromotesByItselfUnderARuleIsToldAsThat() {
        bot.semaphore()
                .addProject("web")
                .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                        .automatically(AutoPromotion.WHEN_PASSED));
        bot.passed("web", "Round invoices");
        var alert = bot.cardIn(
                BUILDS, "*web* was promoted to *production* outside Signalman automatically", "auto_promote");
        assertThat(alert.drawn()).doesNotContain("@S0RELEASE");
        assertThat(audit(BUILDS).get(0)).contains("Semaphore itself", "bypass: ");
    }

    @Test
    void whoPromotedIsNamedOnceAPipelineToldTheName() {
        bot.semaphore().push("web", "wip", "Try this", "bob");
        var pipeline = bot.passed("web", "Round invoices");
        bot.until("the poll saw Bob's", () -> {
            bot.passes(A_TURN);
            return bot.semaphore().calls().stream()
                            .filter(call -> call.query().contains("created_after"))
                            .count()
                    > 3;
        });
        bot.promotedOnTheWeb("web", pipeline, "production");
        bot.cardIn(BUILDS, "outside Signalman by *bob*");
    }

    @Test
    void bypassOfAPartlyApprovedRequestNamesWhoHadApproved() {
        var pipeline = bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production web");
        bot.cardIn(BUILDS, "0 of 2 approvals");
        bot.says(BOB, "/semaphore approve 1");
        bot.answer(BOB, "You approved #1");
        bot.promotedOnTheWeb("web", pipeline, "production");
        bot.cardIn(BUILDS, "outside Signalman", "Not met: Approvals: 1 of 2, by Bob");
    }
}
