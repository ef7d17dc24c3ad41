package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.AutoPromotion;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.ObjectRule;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.SubjectRule;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Rules with {@code enforce: target}: the deployment target admits only the bot's account, and is kept so. */
@Execution(ExecutionMode.CONCURRENT)
final class EnforcingByTargetTest {
    private static final Policy RULE = Policy.of("production", List.of("web"), List.of(), null)
            .starting(List.of(PipelineFixture.PRODUCTION))
            .on("main")
            .with(new Approvals(0, List.of(), DEPLOYS, Approvals.Notify.NONE, false, Approvals.USUAL_LIFE, List.of()))
            .enforcedByTarget();
    private static final SubjectRule EVERYBODY = new SubjectRule("ANY", "");
    private static final ObjectRule MAIN = new ObjectRule("BRANCH", "EXACT", "main");

    private Dialogue bot;
    private @Nullable SimulatedDeploymentTarget added;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(RULE)));
        bot.semaphore()
                .addProject("web")
                .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                        .guardedBy("production"));
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private SubjectRule theBot() {
        return new SubjectRule("USER", bot.semaphore().user("signalman-bot").id());
    }

    private void target() {
        added = bot.semaphore().addDeploymentTarget("web", "production");
    }

    private SimulatedDeploymentTarget production() {
        return Objects.requireNonNull(added);
    }

    private void isEnforced() {
        bot.untilARound(
                "the target admits only the bot, and only from main",
                () -> production().subjects().equals(List.of(theBot()))
                        && production().objects().equals(List.of(MAIN)));
        bot.untilAllIsDone();
    }

    private void bobChanges(List<SubjectRule> subjects) {
        production()
                .updated(
                        subjects,
                        null,
                        bot.semaphore().user("bob").id(),
                        Instant.parse("2026-03-02T10:00:00Z"),
                        "on the web");
    }

    private long changesAsked() {
        return bot.changesAsked().stream()
                .filter(call ->
                        call.equals("PATCH /deployment_targets/" + production().id()))
                .count();
    }

    @Test
    @Tag("smoke")
    void semaphoreRefusesEverybodyButTheBot() {
        target();
        isEnforced();
        var pipeline = bot.passed("web", "Round invoices");

        assertThatThrownBy(() -> bot.semaphore().promoteOnTheWeb(pipeline, "production", "bob", Map.of()))
                .hasMessageContaining("deployment target failed: subject not allowed");
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                .contains("Started outside Signalman, it is enforced by Semaphore.");

        bot.says(ALICE, "/semaphore promote production web");
        bot.card("Promoted to production by Alice", "Round invoices");
        assertThat(bot.asks(ALICE, "/semaphore audit").drawn())
                .contains(
                        "Signalman  `enforce " + production().id(),
                        "because signalman.yml says enforce: target",
                        "done: Let only the account " + theBot().subjectId());
    }

    @Test
    void nobodyElsesPromotionStartsADeployHoweverTheyStartIt() {
        target();
        isEnforced();
        bot.semaphore()
                .addProject("web")
                .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                        .guardedBy("production")
                        .automatically(AutoPromotion.WHEN_PASSED));
        var pipeline = bot.passed("web", "Round invoices");
        bot.passes(Duration.ofMinutes(2));
        bot.untilAllIsDone();
        assertThat(bot.semaphore().pipelines("web")).containsExactly(pipeline);
        assertThatThrownBy(() -> bot.semaphore().promoteOnTheWeb(pipeline, "production", "alice", Map.of()))
                .hasMessageContaining("subject not allowed");

        bot.says(ALICE, "/semaphore promote production web");
        bot.until(
                "the bot's deploy is there",
                () -> bot.semaphore().pipelines("web").size() == 2);
        var deploy = bot.semaphore().pipelines("web").get(1);
        bot.semaphore().begin(deploy);
        bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
        assertThatThrownBy(() -> bot.semaphore().rebuildOnTheWeb(deploy, "bob"))
                .hasMessage("Access to deployment target denied: subject not allowed");
        assertThat(bot.semaphore().pipelines("web")).containsExactly(pipeline, deploy);
    }

    @Test
    void anotherBranchIsRefusedByTheTargetToo() {
        target();
        isEnforced();
        var fix = bot.semaphore().push("web", "fix", "Try it", "bob").pipelineId();
        assertThatThrownBy(() -> bot.semaphore().promoteOnTheWeb(fix, "production", "signalman-bot", Map.of()))
                .hasMessageContaining("object not allowed");
    }

    @Test
    void whatIsNoPromotionAsksNoTarget() {
        target();
        isEnforced();
        bot.passed("web", "Round invoices");
        var run = bot.semaphore().runOnTheWeb("web", "main", PipelineFixture.PRODUCTION, "bob");
        var scheduled = bot.semaphore().runBySchedule("web", "main", PipelineFixture.PRODUCTION, "bob");
        assertThat(bot.semaphore().pipelines("web")).contains(run.pipelineId(), scheduled.pipelineId());
    }

    @Test
    void whatSomebodyChangedIsToldOnceAndMended() {
        target();
        isEnforced();
        bobChanges(List.of(theBot(), EVERYBODY));
        isEnforced();
        bot.card(
                "*bob* changed in Semaphore who may promote *web* to *production*.",
                "everyone who may promote",
                "It is being changed back to the account " + theBot().subjectId() + ", from branch main.");
        var asked = changesAsked();
        bot.passes(Duration.ofMinutes(2));
        bot.untilAllIsDone();
        assertThat(bot.messages(DEPLOYS)).hasSize(1);
        assertThat(changesAsked()).isEqualTo(asked);
    }

    @Test
    void hostileNamesAndPatternsAreShownAndKeepNothingFromBeingMended() {
        target();
        isEnforced();
        bot.semaphore().user("bob").named("<!channel> \"B\"\nbecause");
        production()
                .updated(
                        List.of(EVERYBODY),
                        List.of(new ObjectRule("BRANCH", "EXACT", "<!here>" + "x".repeat(5_000))),
                        bot.semaphore().user("bob").id(),
                        Instant.parse("2026-03-02T10:00:00Z"),
                        "on the web");
        isEnforced();
        var alert = bot.card("changed in Semaphore who may promote *web* to *production*.", "xxx…");
        assertThat(alert.drawn().length()).isLessThan(2_000);
        assertThat(bot.asks(ALICE, "/semaphore audit").drawn())
                .contains(
                        "because the account " + bot.semaphore().user("bob").id() + " changed its rules in Semaphore");
    }

    @Test
    void aPersonWhoLeftDoesNotKeepTheRulesFromBeingChanged() {
        target();
        production()
                .updated(
                        List.of(new SubjectRule(
                                "USER", bot.semaphore().user("gone").id())),
                        null,
                        "somebody",
                        Instant.parse("2026-03-02T10:00:00Z"),
                        "before");
        bot.semaphore().user("gone").leaves();
        isEnforced();
        assertThat(bot.messages(DEPLOYS)).isEmpty();
    }

    @Test
    void withoutTheRightNothingChangesAndTheDoctorSaysSo() {
        bot.semaphore().user("signalman-bot").isEverywhere(Role.CONTRIBUTOR);
        target();
        bot.untilARound("it was asked", () -> changesAsked() > 0);
        bot.untilAllIsDone();
        assertThat(production().subjects()).containsExactly(EVERYBODY);
        assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                .contains("I couldn't change the rules of the deployment target production of web", "the role Admin");
        bot.passes(Duration.ofMinutes(2));
        bot.untilAllIsDone();
        assertThat(changesAsked()).isEqualTo(1);

        bot.semaphore().user("signalman-bot").isEverywhere(Role.ADMIN);
        bot.passes(Duration.ofHours(1));
        isEnforced();
    }

    @Test
    void aServiceAccountIsToldWhatToDoAndTheTargetStays() {
        bot.semaphore().user("signalman-bot").asServiceAccount();
        target();
        bot.untilARound("it was asked", () -> changesAsked() > 0);
        bot.untilAllIsDone();
        assertThat(production().subjects()).containsExactly(EVERYBODY);
        assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                .contains("not service accounts", "deploys_as: role:ID");
    }

    @Test
    void aLostAnswerChangesNothingTwiceAndBlamesNobody() {
        bot.semaphore()
                .fault(SemaphoreFault.on("PATCH", "/deployment_targets/*").actsThenCuts());
        target();
        isEnforced();
        assertThat(bot.messages(DEPLOYS)).isEmpty();
    }

    @Test
    void aLockOnTheWebAndTheRulesLeaveEachOtherAlone() {
        target();
        isEnforced();
        bot.says(ALICE, "/semaphore lock production web server");
        bot.untilARound("the target is deactivated", production()::isCordoned);
        bobChanges(List.of(EVERYBODY));
        isEnforced();
        assertThat(production().isCordoned()).isTrue();
        bot.says(ALICE, "/semaphore unlock production web");
        bot.untilARound("the target is active", () -> !production().isCordoned());
        assertThat(production().subjects()).containsExactly(theBot());
    }

    @Test
    void withoutTheKeyTheTargetIsLeftAsItIs() throws Exception {
        target();
        isEnforced();
        bot.rereads("promotions:", "  - {name: production, projects: [web]}");
        bobChanges(List.of(EVERYBODY));
        var asked = changesAsked();
        bot.passes(Duration.ofMinutes(2));
        bot.untilAllIsDone();
        assertThat(production().subjects()).containsExactly(EVERYBODY);
        assertThat(changesAsked()).isEqualTo(asked);
    }
}
