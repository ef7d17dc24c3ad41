package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.Metrics;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator changes and reloads the configuration while people go on. */
final class ReloadingConfigurationTest {
    private static final String PROJECTS = "projects: [{name: web, promotions: [staging, production]}]";
    private static final String ONE_APPROVAL = "promotions: [{name: production, approvals: 1, approvers: [S0RELEASE]}]";
    private static final String TWO_APPROVALS =
            "promotions: [{name: production, approvals: 2, approvers: [S0RELEASE]}]";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void nothingWasPromoted() {
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    private void asked() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(ALICE, "#1 is waiting for approval");
    }

    @Test
    void aRuleThatIsNewHoldsForTheNextPromotion() throws IOException {
        bot.rereads(PROJECTS, ONE_APPROVAL);
        asked();
        nothingWasPromoted();
        bot.rereads(PROJECTS);
        bot.says(ALICE, "/semaphore promote staging web");
        bot.card("Promoted to staging");
    }

    @Test
    void whoMayDoSomethingIsJudgedByWhatTheFileSaysNow() throws IOException {
        bot.rereads(PROJECTS, "access: {stop: [S0PLATFORM]}");
        assertThat(bot.asks(ALICE, "/semaphore stop web").drawn()).contains("Only platform can use \"stop\"");
        bot.rereads(PROJECTS, "access: {stop: everyone}");
        bot.says(ALICE, "/semaphore stop web");
        bot.answer(ALICE, "already");
    }

    @Test
    void aChannelThatTheFileSubscribesIsToldFromThenOn() throws IOException {
        bot.passes(Duration.ofMinutes(1));
        bot.rereads(PROJECTS, "subscriptions: [{channel: C0BUILDS, project: web}]");
        bot.isNotifiedOf("web");
        bot.passed("web", "Pay by card");
        bot.cardIn(BUILDS, "Pay by card");
        assertThat(bot.shown(BUILDS, "Round invoices")).isEmpty();
    }

    @Test
    void oneThatHasAFaultChangesNothingAndTheDoctorTellsIt() throws Exception {
        bot.rereads(PROJECTS, ONE_APPROVAL);
        bot.rereads(PROJECTS, "promotions:", "  - name: production", "    approvals: 1", "    approvers: []");
        asked();
        nothingWasPromoted();
        assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                .contains("Error  *configuration, signalman.yml, line 5, promotions[0].approvers*: It is empty")
                .contains("Fix it, run check-config, and send SIGHUP again.");
        assertThat(Metrics.of(bot.port())).contains("signalman_configuration_faults 1.0");

        bot.rereads(PROJECTS, ONE_APPROVAL);
        assertThat(bot.asks(ALICE, "/semaphore doctor all").drawn()).contains("OK  *configuration*: Loaded just now.");
        assertThat(Metrics.of(bot.port())).contains("signalman_configuration_faults 0.0");
    }

    @Test
    void aFileThatIsEmptyTakesNoRuleAway() throws IOException {
        bot.rereads(PROJECTS, ONE_APPROVAL);
        bot.rereads("# to be written");
        asked();
        nothingWasPromoted();
    }

    @Test
    void aRequestThatIsOpenNeedsAsManyAsTheRuleSaysAtTheLastVote() throws IOException {
        bot.rereads(PROJECTS, ONE_APPROVAL);
        asked();
        bot.rereads(PROJECTS, TWO_APPROVALS);
        bot.says(BOB, "/semaphore approve 1");
        bot.card("1 of 2 approvals");
        nothingWasPromoted();
        bot.says(CAROL, "/semaphore approve 1");
        bot.card("Promoted to production");
    }

    @Test
    void aVoteThatTheRuleNoLongerCountsIsNotCounted() throws IOException {
        bot.rereads(PROJECTS, TWO_APPROVALS);
        asked();
        bot.says(BOB, "/semaphore approve 1");
        bot.card("1 of 2 approvals");
        bot.rereads(PROJECTS, "promotions: [{name: production, approvals: 2, approvers: [U0ALICE, U0CAROL, U0DAVE]}]");
        bot.says(CAROL, "/semaphore approve 1");
        assertThat(bot.answer(CAROL, "You approved #1").ephemeral()).isTrue();
        bot.card("1 of 2 approvals", "Carol");
        nothingWasPromoted();
        assertThat(bot.asks(BOB, "/semaphore approve 1").drawn()).contains("Only", "can vote on #1");
    }

    @Test
    void aFreezeThatIsNewHoldsUpTheLastVote() throws IOException {
        bot.rereads(PROJECTS, ONE_APPROVAL);
        asked();
        bot.rereads(
                PROJECTS,
                "promotions:",
                "  - name: production",
                "    approvals: 1",
                "    approvers: [S0RELEASE]",
                "    freeze: [{cron: \"0 * * * * *\", for: PT2M, zone: UTC, reason: stocktaking}]");
        assertThat(bot.asks(BOB, "/semaphore approve 1").drawn()).contains("wasn't counted", "stocktaking");
        nothingWasPromoted();
    }
}
