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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A promotion that needs two approvals, from the question to the end of the deploy. */
@Execution(ExecutionMode.CONCURRENT)
final class ApprovingTest {
    private static final Policies TWO = new Policies(
            List.of(Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(2, RELEASE))));

    private Dialogue bot;
    private String pipeline;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(TWO);
        pipeline = bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String newestPipeline() {
        var all = bot.semaphore().pipelines("web");
        return all.get(all.size() - 1);
    }

    private void nothingWasPromoted() {
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void itGoesOnceWhenTheLastOfTwoHasAgreedAndIsFollowedToItsEnd() {
        bot.says(ALICE, "/semaphore promote production web REGION=eu because the fair begins");
        bot.answer(ALICE, "#1 is waiting for approval here.");
        var card = bot.card(
                "requests approval to promote *web* to *production*",
                "Round invoices",
                "REGION=eu",
                "0 of 2 approvals");
        assertThat(card.buttons()).containsExactly("Approve", "Reject");
        assertThat(card.more()).containsExactly("Withdraw", "Why");
        nothingWasPromoted();

        bot.presses(BOB, card, "Approve");
        card = bot.becomes(card, "1 of 2 approvals", "✅ Bob");
        assertThat(card.buttons()).contains("Approve");
        nothingWasPromoted();

        bot.says(CAROL, "/semaphore approve 1");
        bot.card("Promoted to production with REGION=eu, because the fair begins, by Alice", "Round invoices");
        assertThat(bot.becomes(card, "is deploying to *production*").buttons()).isEmpty();
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        bot.semaphore().finish(newestPipeline());
        var end = bot.becomes(card, "*web* is on *production*, deployed in");
        assertThat(end.drawn()).contains("Requested by", "approved by");
        assertThat(end.text()).contains("Requested by Alice, approved by Bob and Carol.");
        assertThat(end.buttons()).isEmpty();
    }

    @Test
    void aCommitThatIsLiveAlreadyIsRedeployedAndShipsNoChange() {
        deploys("production web", 1);
        bot.says(ALICE, "/semaphore promote production web again");
        var request = bot.card("#2", "Redeploys what is live already", "Round invoices");
        assertThat(request.drawn()).doesNotContain("Ships");
        bot.says(ALICE, "/semaphore withdraw 2");
        bot.becomes(request, "withdrawn");

        bot.passed("web", "Sort invoices");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("#3", "Ships 1 change", "Sort invoices");
    }

    @Test
    void anOlderCommitThanWhatIsLiveRollsBackAndTheCardListsWhatIsRemoved() {
        var older = bot.semaphore().pipelines("web").get(0);
        bot.passed("web", "Sort invoices");
        bot.passed("web", "Print invoices");
        deploys("production web", 1);
        bot.says(ALICE, "/semaphore promote production " + older);
        var request = bot.card("#2", "*Rolls back to *", "2 changes are removed", "Print invoices", "Sort invoices");
        assertThat(request.drawn()).doesNotContain("Ships");
        assertThat(request.drawn().lines().filter(line -> line.contains("Round invoices")))
                .as("what is rolled back to is not removed")
                .hasSize(1);
    }

    private void deploys(String line, int request) {
        int before = bot.semaphore().pipelines("web").size();
        bot.says(ALICE, "/semaphore promote " + line);
        var card = bot.card("#" + request, "0 of 2 approvals");
        bot.says(BOB, "/semaphore approve " + request);
        bot.says(CAROL, "/semaphore approve " + request);
        bot.until("it was started", () -> bot.semaphore().pipelines("web").size() > before);
        bot.semaphore().finish(newestPipeline());
        bot.becomes(card, "is on *production*, deployed in");
    }

    @Test
    void whoNamesNoRequestIsShownThoseThatWaitWithButtons() {
        assertThat(bot.asks(BOB, "/semaphore approve").drawn()).contains("No approvals are pending");
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("#1", "0 of 2 approvals");
        var waiting = bot.asks(BOB, "/semaphore approve");
        assertThat(waiting.drawn()).contains("#1", "*web* to *production*");
        assertThat(waiting.buttons()).containsExactly("Approve #1", "Reject #1");

        bot.presses(BOB, waiting, "Approve #1");
        bot.becomes(card, "1 of 2 approvals");
    }

    @Test
    void theCardOfThePipelineTellsOfTheDeployThatWasVotedOn() {
        bot.says(ALICE, "/semaphore promote staging web");
        var parent = bot.card("Round invoices", "*staging*: deploying");
        bot.semaphore().finish(newestPipeline());
        parent = bot.becomes(parent, "*staging*: deployed");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        bot.says(BOB, "/semaphore approve 1");
        bot.says(CAROL, "/semaphore approve 1");
        bot.until("it went", () -> bot.semaphore().promotions("web").size() == 2);
        bot.becomes(parent, "*production*: deploying");
        bot.semaphore().finish(newestPipeline());
        bot.becomes(parent, "*production*: deployed");
    }

    @Test
    void theLedgerKeepsWhoAskedWhoAgreedAndWhatWentThrough() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        bot.says(BOB, "/semaphore approve 1");
        bot.answer(BOB, "You approved #1");
        bot.says(CAROL, "/semaphore approve 1");
        bot.card("Promoted to production");
        var rows = bot.asks(ALICE, "/semaphore audit")
                .drawn()
                .lines()
                .filter(line -> line.contains("#"))
                .toList();
        assertThat(rows).hasSize(4);
        var line = "`promote production pipeline " + pipeline + "`  ";
        assertThat(rows.get(3)).contains("#1 ", "Alice  " + line + "request: #1 is waiting for approval.");
        assertThat(rows.get(2)).contains("#2 ", "Bob  " + line + "vote: Approved #1");
        assertThat(rows.get(1)).contains("#3 ", "Carol  " + line + "vote: Approved #1 (last one needed)");
        assertThat(rows.get(0)).contains("#4 ", "Carol  " + line + "done: #1: Promoted");
    }

    @Test
    void aDeployThatFailsIsSaidOnTheCard() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.says(BOB, "/semaphore approve #1");
        bot.answer(BOB, "You approved #1");
        bot.says(CAROL, "/semaphore approve 1");
        bot.becomes(card, "is deploying to");
        bot.card("Promoted to production by Alice");
        bot.semaphore().failJob(newestPipeline(), "Deploy", "rollout", 1, "boom\n");
        bot.becomes(card, "❌", "was promoted to *production*, and the deploy failed");
    }

    @Test
    void oneRejectionEndsItInTheWordsOfWhoRejects() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2");
        bot.says(CAROL, "/semaphore reject 1 because the books are not closed");
        card = bot.becomes(card, "rejected by", "*web* was not promoted to *production*", "the books are not closed");
        assertThat(card.text())
                .isEqualTo("Carol rejected the promotion of web to production: the books are not closed."
                        + " Nothing was deployed.");
        assertThat(card.buttons()).isEmpty();
        assertThat(bot.asks(CAROL, "/semaphore approve 1").drawn()).contains("#1 was rejected by Carol");
        nothingWasPromoted();
    }

    @Test
    void whoPressesRejectIsAskedForTheReason() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(CAROL, card, "Reject");
        bot.until("a form is open", () -> bot.slack().modal(CAROL).isPresent());
        assertThat(bot.slack().now(card).buttons()).contains("Approve");
        bot.slack()
                .submits(CAROL, bot.slack().modal(CAROL).orElseThrow(), Map.of("Reason", "the books are not closed"));
        card = bot.becomes(card, "rejected by", "the books are not closed");
        assertThat(card.buttons()).isEmpty();
        nothingWasPromoted();
    }

    @Test
    void onlyWhoAskedMayWithdraw() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Withdraw");
        bot.answer(BOB, "Only Alice, who requested it, can withdraw #1", "Nothing was changed");
        assertThat(bot.slack().now(card).buttons()).contains("Approve");
        bot.presses(ALICE, card, "Withdraw");
        bot.becomes(card, "withdrawn by", "was not promoted");
        nothingWasPromoted();
    }

    @Test
    void whoMayNotVoteIsSentToOthersAndNotToThemselves() throws Exception {
        asksWhom(Approvals.of(1, RELEASE, ALICE), "Ask release, or withdraw it.");
        asksWhom(Approvals.of(1, ALICE), "The rule names nobody else, so withdraw it.");
    }

    private static void asksWhom(Approvals approvals, String words) throws Exception {
        try (var bot = Dialogue.start(new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(approvals))))) {
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            bot.presses(ALICE, bot.card("0 of 1 approval"), "Approve");
            bot.answer(ALICE, "You can't vote on your own request #1. " + words);
        }
    }

    @Test
    void whoAskedAndWhoIsNotNamedMayNotVoteAndTheCardStaysAsItWas() {
        bot.slack().add(SimulatedPerson.member("U0DAN", "Dan"));
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(ALICE, card, "Approve");
        bot.answer(ALICE, "You can't vote on your own request #1", "release", "Nothing was changed");
        bot.presses("U0DAN", card, "Approve");
        bot.answer("U0DAN", "Only release can vote on #1", "Nothing was changed");
        bot.presses(GUS, card, "Approve");
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        assertThat(bot.slack().now(card)).isEqualTo(card);
        nothingWasPromoted();
    }

    @Test
    void oneVoteAPersonHoweverOftenTheyPress() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2");
        bot.presses(BOB, card, "Approve");
        bot.answer(BOB, "You already approved #1.");
        nothingWasPromoted();
    }

    @Test
    void theSameAskedForAgainPointsAtTheOpenOneAndOtherParametersAreAnotherRequest() {
        bot.says(ALICE, "/semaphore promote production web REGION=eu");
        bot.card("REGION=eu", "0 of 2 approvals");
        assertThat(bot.asks(BOB, "/semaphore promote production web REGION=eu").drawn())
                .contains("Alice already requested this: #1");
        bot.says(BOB, "/semaphore promote production web REGION=us");
        bot.card("REGION=us", "0 of 2 approvals");
        assertThat(bot.asks(CAROL, "/semaphore approvals").drawn())
                .contains("2 approvals pending", "#1", "requested by Bob");
    }

    @Test
    void theLastVoteIsNotCountedWhileSlackDoesNotSayWhoIsInTheGroup() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2");
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        bot.presses(CAROL, card, "Approve");
        bot.answer(CAROL, "Slack didn't confirm that you can vote on #1");
        bot.slack().faults().none();
        nothingWasPromoted();
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "is deploying to");
    }

    @Test
    void whoHasLeftTheGroupDoesNotCountWhenTheLastVoteComes() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2");
        bot.slack().add(new UserGroup(RELEASE, "release", "Release", List.of(ALICE, CAROL)));
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "1 of 2 approvals", "✅ Carol");
        nothingWasPromoted();
    }

    @Test
    void whoAskedAndHasLeftTheWorkspaceIsRefusedAtTheEnd() {
        var dora = bot.slack().add(SimulatedPerson.member("U0DORA", "Dora"));
        bot.says(dora.id(), "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2");
        bot.slack().add(dora.whenDeactivated());
        bot.presses(CAROL, card, "Approve");
        card = bot.becomes(card, "blocked after approval", "Dora, who requested it, has a deactivated account");
        assertThat(card.buttons()).isEmpty();
        nothingWasPromoted();
    }

    @Test
    void requestIsOvertakenByTheSamePromotionElsewhere() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.promotedOnTheWeb("web", pipeline, "production");
        int before = bot.semaphore().promotions("web").size();
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2");
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "overtaken", "Since this was requested, it was promoted");
        assertThat(bot.semaphore().promotions("web")).hasSize(before);
    }

    @Test
    void whyShowsTheOpenRequestAndWhoCouldMeetWhatIsMissing() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2");
        assertThat(bot.asks(CAROL, "/semaphore why production web").drawn())
                .contains(
                        "would need approval now",
                        "Approvals: 1 of 2, by Bob; needs *release* except Alice, who requested it");
    }

    @Test
    void internalCommandsCannotBeTyped() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        for (var line : List.of("grant 1", "follow 1 attempt=0", "expire 1", "remind 1")) {
            assertThat(bot.asks(BOB, "/semaphore " + line).drawn()).contains("Unknown command");
        }
        assertThat(bot.messages(DEPLOYS).stream().filter(each -> each.drawn().contains("0 of 2")))
                .hasSize(1);
        nothingWasPromoted();
    }
}
