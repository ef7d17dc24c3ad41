package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks which rules a promotion would meet. */
final class AskingWhyTest {
    private static final Policies POLICIES = new Policies(List.of(Policy.of(
            "production",
            List.of("web"),
            List.of(),
            List.of(new Parameter("REGION", true, List.of("eu", "us"), "where to deploy")))));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(POLICIES);
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void whatCouldGoIsSaidRuleByRuleAndNothingIsChanged() {
        var answer = bot.asks(ALICE, "/semaphore why production web REGION=eu");

        assertThat(answer.drawn())
                .contains(
                        "Promoting *web* to *production* would be allowed now.",
                        "✅ The pipeline passed  ·  ",
                        "  ·  Alice, who requested it, is a full member",
                        "  ·  Everyone can promote",
                        "Parameters: REGION=eu is one of eu, us",
                        "Nothing was changed. Rules: signalman.yml, promotions[0].");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void whatCouldNotGoSaysWhyInItsSentenceToo() {
        var answer = bot.asks(GUS, "/semaphore why production web override");

        assertThat(answer.text())
                .contains("web cannot be promoted to production now: ", "is a guest", "needs a value for REGION");
        assertThat(answer.drawn())
                .contains(
                        "would be refused now.",
                        "❌ Gus, who requested it, is a guest of this workspace",
                        "❌ Nobody can override yet. Ask your Signalman admin to list people or user groups under "
                                + "access.override in signalman.yml, or leave the word out.",
                        "production needs a value for REGION (where to deploy)");
    }

    @Test
    void whatBecomesOfItElsewhereIsSaidToo() throws Exception {
        assertThat(bot.asks(ALICE, "/semaphore why production web REGION=eu").drawn())
                .contains("Started outside Signalman, it is only watched.");

        var account = bot.semaphore().user("signalman-bot").id();
        bot.rereads(
                "deploys_as: user:" + account,
                "promotions:",
                "  - {name: production, projects: [web], gate: true, parameters: [{name: REGION}]}");
        assertThat(bot.asks(ALICE, "/semaphore why production web REGION=eu").drawn())
                .contains("Started outside Signalman, it is held at the gate.");

        bot.semaphore()
                .addDeploymentTarget("web", "Production")
                .allows(new SimulatedDeploymentTarget.SubjectRule("USER", account));
        assertThat(bot.asks(ALICE, "/semaphore why production web REGION=eu").drawn())
                .contains("Started outside Signalman, it is enforced by Semaphore and held at the gate.");
    }

    @Test
    void whatCanGoIsPromotedFromTheAnswer() {
        var answer = bot.asks(ALICE, "/semaphore why production web REGION=eu");
        assertThat(answer.buttons()).containsExactly("Promote");
        bot.presses(ALICE, answer, "Promote");
        bot.card("Promoted to production with REGION=eu by Alice", "Round invoices");
    }

    @Test
    void whatStandsInTheWayComesFirstWithWhatCanBeDoneAboutIt() {
        bot.says(ALICE, "/semaphore lock production web");
        bot.card("Alice locked");
        var holder = bot.asks(ALICE, "/semaphore why production web REGION=eu");
        var rows = holder.drawn().lines().skip(1).toList();
        assertThat(rows.get(0)).contains("❌ Locked by Alice").doesNotContain("Ask whoever");
        assertThat(rows.get(1)).contains("✅ The pipeline passed");
        assertThat(holder.buttons()).containsExactly("Unlock production");

        var other = bot.asks(BOB, "/semaphore why production web REGION=eu");
        assertThat(other.buttons()).containsExactly("Ask Alice to unlock", "Unlock production");
        bot.presses(BOB, other, "Ask Alice to unlock");
        bot.told(ALICE, "Bob asks you to unlock *production* of *web*");
    }

    @Test
    void theNextStepIsAskingForApprovalOrOverridingWhereTheRulesAllowIt() throws Exception {
        var voted = Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(1, RELEASE));
        try (var asking = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .promotions(new Policies(List.of(voted)))
                .access(new AccessRules(Map.of(AccessRules.OVERRIDE, List.of(ALICE))))
                .configuration())) {
            var failed =
                    asking.semaphore().push("web", "main", "Break it", "bob").pipelineId();
            asking.semaphore().failJob(failed, "Test", "rspec 1 of 2", 1, "boom\n");
            assertThat(asking.asks(BOB, "/semaphore why production " + failed).buttons())
                    .doesNotContain("Promote anyway");
            var alice = asking.asks(ALICE, "/semaphore why production " + failed);
            assertThat(alice.buttons()).containsExactly("Promote anyway");
            asking.presses(ALICE, alice, "Promote anyway");
            asking.answer(ALICE, "#1");
            asking.card("#1", "The pipeline did not pass");

            asking.passed("web", "Round invoices");
            var why = asking.asks(ALICE, "/semaphore why production web");
            assertThat(why.buttons()).hasSize(1).allMatch(label -> label.startsWith("Ask release"));
            asking.presses(ALICE, why, why.buttons().get(0));
            asking.answer(ALICE, "#2");
            asking.card("#2", "Round invoices", "0 of 1 approval");
            assertThat(asking.asks(ALICE, "/semaphore why production web").buttons())
                    .containsExactly("Open requests");
        }
    }

    @Test
    void whereNoRuleMatchesThatIsSaid() {
        assertThat(bot.asks(ALICE, "/semaphore why staging web").drawn())
                .contains("would be allowed now", "No rule in signalman.yml applies to it.");
    }
}
