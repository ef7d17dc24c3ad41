package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.UserGroup;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Oscar, on call, goes ahead alone with a promotion that needs two approvals. */
@Execution(ExecutionMode.CONCURRENT)
final class BreakingGlassTest {
    private static final String OSCAR = "U0OSCAR";
    private static final String ONCALL = "S0ONCALL";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(2, RELEASE))
                .broken(ONCALL))));
        bot.slack().add(SimulatedPerson.member(OSCAR, "Oscar"));
        bot.slack().add(new UserGroup(ONCALL, "oncall", "On call", List.of(OSCAR)));
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void nothingWasPromoted() {
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void theButtonAsksForTheReasonAndPromotesWhatTheRequestPins() {
        bot.says(ALICE, "/semaphore promote production web REGION=eu");
        var card = bot.card("0 of 2 approvals");
        assertThat(card.buttons()).containsExactly("Approve", "Reject");
        assertThat(card.more()).containsExactly("Withdraw", "Why", "Break glass");
        bot.presses(BOB, card, "Approve");
        card = bot.becomes(card, "1 of 2 approvals", "✅ Bob");

        bot.presses(OSCAR, card, "Break glass");
        var form = bot.form(OSCAR);
        assertThat(form.drawn()).contains("deploys to production now", "warning alert: The approvers are notified");
        assertThat(bot.slack().now(card).more()).contains("Break glass");
        nothingWasPromoted();
        assertThat(form.fill("Reason", "the shop is down").submit()).isEmpty();

        bot.card("Promoted to production with REGION=eu (break-glass), because the shop is down, by Oscar");
        card = bot.becomes(
                card, "is deploying to *production* (break-glass)", "broke glass: the shop is down", "pipeline");
        assertThat(card.drawn()).contains("Requested by", "approved by");
        assertThat(card.buttons()).containsExactly("Mark reviewed");
        assertThat(card.text())
                .endsWith("Requested by Alice, approved by Bob. Oscar broke glass: the shop is down."
                        + " Needs 2 reviews from release.");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().finish(all.get(all.size() - 1));
        bot.becomes(card, "*web* is on *production*, deployed in", "(break-glass)");
    }

    @Test
    void theCardOfThePipelineTellsOfTheDeploy() {
        bot.says(ALICE, "/semaphore promote staging web");
        var parent = bot.card("Round invoices", "*staging*: deploying");
        bot.says(ALICE, "/semaphore promote production web");
        bot.presses(OSCAR, bot.card("0 of 2 approvals"), "Break glass");
        assertThat(bot.form(OSCAR).fill("Reason", "the shop is down").submit()).isEmpty();
        bot.becomes(parent, "*production*: deploying");
    }

    @Test
    void whereSlackKnowsNoAlertsTheFormOpensWithASectionInstead() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.slack().faults().next("views.open", "\"type\":\"alert\"", new SlackFault.Refused("invalid_arguments"));
        bot.presses(OSCAR, card, "Break glass");
        var form = bot.form(OSCAR);
        assertThat(form.drawn())
                .contains("⚠️ The approvers are notified, and two of them must review it")
                .doesNotContain("alert");
        assertThat(form.fill("Reason", "the shop is down").submit()).isEmpty();
        bot.becomes(card, "is deploying to *production* (break-glass)");
    }

    @Test
    void thoseWhoMayApproveAreMentionedAtOnceOnAMessageOfItsOwn() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        bot.says(OSCAR, "/semaphore break-glass 1 because the shop is down");
        bot.answer(OSCAR, "You broke glass on #1", "two of them must review it");
        var told = bot.card("🚨 *#1*", "*Oscar* broke glass to promote *web* to *production*");
        assertThat(told.drawn()).contains("*Needs 2 reviews* from @" + RELEASE);
        assertThat(told.text()).contains("the shop is down");
        assertThat(told.buttons()).isEmpty();
        var review = bot.card("*#1*", "[Mark reviewed]");
        assertThat(review.drawn())
                .contains("the shop is down", "Requested by", "*Needs 2 reviews* from @" + RELEASE)
                .doesNotContain("✅");

        bot.presses(BOB, review, "Mark reviewed");
        bot.becomes(told, "broke glass to promote", "*Needs 1 more review*", "Reviewed by Bob");
        bot.says(CAROL, "/semaphore review 1");
        told = bot.becomes(told, "broke glass to promote", "✅ Reviewed by Bob and Carol");
        assertThat(told.drawn()).doesNotContain("Needs");
        assertThat(told.text()).endsWith("Reviewed by Bob and Carol.");
    }

    @Test
    void theLinePromotesWithoutARequestToo() {
        bot.says(OSCAR, "/semaphore promote production web break-glass because the shop is down");
        bot.answer(OSCAR, "You broke glass on #1: web, commit", "is deploying to production");
        bot.card("Promoted to production (break-glass), because the shop is down, by Oscar");
        var card = bot.card("*#1*", "*web* is deploying to *production* (break-glass)", "Requested by");
        assertThat(card.drawn()).contains("*Needs 2 reviews* from @" + RELEASE);
        bot.untilAllIsDone();
        assertThat(bot.shown(DEPLOYS, "*#1*")).hasSize(1);
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void theLineGoesAheadWithTheOpenRequestForTheVerySame() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.says(OSCAR, "/semaphore promote production web break-glass because the shop is down");
        bot.becomes(card, "is deploying to *production* (break-glass)", "broke glass: the shop is down", "pipeline");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        assertThat(bot.asks(CAROL, "/semaphore approve 1").drawn()).contains("#1 was promoted by Oscar (break-glass)");
    }

    @Test
    void withoutAReasonItIsRefusedWithHowToSayIt() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        assertThat(bot.asks(OSCAR, "/semaphore promote production web break-glass")
                        .drawn())
                .contains(
                        "Break-glass needs a reason, which everyone in the channel will see.",
                        "break-glass because",
                        "Nothing was changed");
        assertThat(bot.asks(OSCAR, "/semaphore break-glass 1").drawn())
                .contains(
                        "Break-glass needs a reason, which everyone in the channel will see.",
                        "break-glass 1 because",
                        "Nothing was changed");
        nothingWasPromoted();
    }

    @Test
    void whoIsNotNamedIsRefusedAndTheCardStaysAsItWas() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Break glass");
        bot.answer(BOB, "Only oncall can break glass, not Bob.", "Nothing was changed");
        assertThat(bot.slack().modal(BOB)).isEmpty();
        assertThat(bot.asks(BOB, "/semaphore break-glass 1 because I want to").drawn())
                .contains("Only oncall can break glass");
        bot.says(ALICE, "/semaphore promote production web break-glass because I want to");
        bot.answer(ALICE, "Only oncall can break glass, not Alice.");
        bot.presses(GUS, card, "Break glass");
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        assertThat(bot.slack().now(card)).isEqualTo(card);
        nothingWasPromoted();
    }

    @Test
    void whoHasLeftTheGroupSinceMayNot() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(OSCAR, card, "Break glass");
        var form = bot.form(OSCAR);
        bot.slack().add(new UserGroup(ONCALL, "oncall", "On call", List.of(CAROL)));
        form.fill("Reason", "the shop is down").submit();
        bot.answer(OSCAR, "Only oncall can break glass, not Oscar.");
        nothingWasPromoted();
    }

    @Test
    void whileSlackDoesNotSayWhoIsInTheGroupNobodyMay() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        bot.says(OSCAR, "/semaphore break-glass 1 because the shop is down");
        bot.answer(OSCAR, "Slack didn't confirm that Oscar can break glass (oncall)");
        bot.slack().faults().none();
        nothingWasPromoted();
    }

    @Test
    void aLockHoldsThoughTheGlassIsBroken() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.says(BOB, "/semaphore lock production web because the database is moved");
        bot.card("Bob locked *production* of *web*");
        bot.says(OSCAR, "/semaphore break-glass 1 because the shop is down");
        bot.answer(OSCAR, "Locked by Bob since", "the database is moved");
        assertThat(bot.slack().now(card).more()).contains("Break glass");
        nothingWasPromoted();
    }

    @Test
    void whatIsNotGuardedHasNoGlass() {
        bot.says(OSCAR, "/semaphore promote staging web break-glass because the shop is down");
        bot.answer(
                OSCAR,
                "Break-glass doesn't apply here: this needs no approval and isn't frozen.",
                "Promote it without break-glass");
        nothingWasPromoted();
    }

    @Test
    void whySaysWhoCould() {
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                .contains("Break-glass is available to oncall");
        assertThat(bot.asks(ALICE, "/semaphore why staging web").drawn()).contains("Break-glass doesn't apply");
    }

    @Test
    void theLedgerKeepsThatItWasBroken() {
        bot.says(OSCAR, "/semaphore promote production web break-glass because the shop is down");
        bot.card("Promoted to production");
        var rows = bot.asks(ALICE, "/semaphore audit").drawn();
        assertThat(rows).contains("break-glass because the shop is down`  glass: Broke glass on #1");
    }
}
