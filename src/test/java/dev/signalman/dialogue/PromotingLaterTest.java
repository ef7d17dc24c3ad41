package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A promotion is voted on now and goes at a set time. */
final class PromotingLaterTest {
    /** Eight in the morning in Belgrade, where everybody's clock is. */
    private static final Instant EIGHT = Instant.parse("2027-02-10T07:00:00Z");

    private static final Approvals TWO = Approvals.of(2, RELEASE);

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.resumed(
                TestDatabase.ofDialogue(),
                new Policies(List.of(
                        Policy.of("production", List.of("web"), List.of(), null).with(TWO),
                        Policy.of("staging", List.of("web"), List.of(), null))),
                EIGHT,
                (slack, semaphore) -> {});
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private PostedMessage scheduled() {
        bot.says(ALICE, "/semaphore promote production web at 9:00");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2 approvals");
        bot.says(CAROL, "/semaphore approve 1");
        return bot.becomes(card, "⏰ *#1*", "*web* goes to *production* 2027-02-10 08:00 UTC");
    }

    private void nothingWasPromoted() {
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    @Tag("smoke")
    void itIsVotedOnNowAndGoesThen() {
        bot.says(ALICE, "/semaphore promote production web at 9:00");
        bot.answer(
                ALICE,
                "#1 is waiting for approval here.",
                "Once approved, it goes 2027-02-10 08:00 UTC (9:00 in Europe/Belgrade).");
        var card = bot.card(
                "0 of 2 approvals",
                "⏰ If it's approved in time, it goes 2027-02-10 08:00 UTC.",
                "All rules are checked again at that time. If it's locked or frozen, it isn't promoted.",
                "expires 2027-02-10 08:00 UTC");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2 approvals");
        bot.says(CAROL, "/semaphore approve 1");
        bot.answer(CAROL, "#1 is approved. It goes 2027-02-10 08:00 UTC.");
        card = bot.becomes(
                card,
                "goes to *production* 2027-02-10 08:00 UTC  ·  scheduled by @" + ALICE,
                "✅ Approved by Bob and Carol");
        assertThat(card.buttons()).containsExactly("Withdraw", "Reject");
        bot.passes(Duration.ofMinutes(59));
        nothingWasPromoted();

        bot.passes(Duration.ofMinutes(1));

        bot.becomes(card, "is deploying to *production*", "approved by @" + BOB + " and @" + CAROL);
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        bot.passes(Duration.ofMinutes(2));
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).hasSize(1);
        assertThat(bot.asks(ALICE, "/semaphore audit").drawn())
                .contains("It goes 2027-02-10 08:00 UTC.", "at 2027-02-10T09:00+01:00[Europe/Belgrade]");
    }

    @Test
    void whereNoApprovalIsNeededItIsScheduledAtOnce() {
        bot.says(ALICE, "/semaphore promote staging web at 9:00");
        bot.answer(ALICE, "#1 is scheduled here. It goes 2027-02-10 08:00 UTC (9:00 in Europe/Belgrade).");
        var card = bot.card("*web* goes to *staging* 2027-02-10 08:00 UTC", "No approval needed");
        assertThat(card.text())
                .startsWith("web, commit ")
                .endsWith(", goes to staging 2027-02-10 08:00 UTC. Scheduled by Alice.");
        bot.passes(Duration.ofMinutes(61));
        bot.becomes(card, "is deploying to *staging*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }

    @Test
    void approvalsAndTheHomeTabListIt() {
        scheduled();
        var list = bot.asks(BOB, "/semaphore approvals");
        assertThat(list.text()).isEqualTo("1 promotion scheduled.");
        assertThat(list.drawn())
                .contains("⏰ *#1*  *web* to *production*", "approved by Bob and Carol", "goes 2027-02-10 08:00 UTC");
        assertThat(list.buttons()).containsExactly("Reject #1");
        bot.slack().opensHome(ALICE);
        bot.until(
                "her home tab shows it",
                () -> bot.slack()
                        .home(ALICE)
                        .filter(home -> home.drawn().contains("*#1*  *web* to *production*")
                                && home.drawn().contains("goes 2027-02-10 08:00 UTC"))
                        .isPresent());
    }

    @Test
    void whoAskedWithdrawsIt() {
        var card = scheduled();
        bot.presses(ALICE, card, "Withdraw");
        bot.becomes(card, "withdrawn by @" + ALICE, "*web* was not promoted to *production*");
        bot.passes(Duration.ofHours(2));
        nothingWasPromoted();
    }

    @Test
    void whoMayRejectCallsItOff() {
        var card = scheduled();
        bot.says(BOB, "/semaphore withdraw 1");
        bot.answer(BOB, "Only Alice, who requested it, can withdraw #1. An approver can reject it.");
        bot.says(BOB, "/semaphore reject 1 because the queue is full");
        bot.becomes(card, "rejected by @" + BOB, "the queue is full");
        bot.passes(Duration.ofHours(2));
        nothingWasPromoted();
    }

    @Test
    void whatNeedsNoApprovalAnyMemberCallsOff() {
        bot.says(ALICE, "/semaphore promote staging web at 9:00");
        var card = bot.card("*web* goes to *staging*");
        bot.says(BOB, "/semaphore approve 1");
        bot.answer(BOB, "#1 needs no more approval. It goes 2027-02-10 08:00 UTC.");
        bot.says(BOB, "/semaphore withdraw 1");
        bot.answer(BOB, "You can reject it.");
        bot.presses(BOB, card, "Reject");
        bot.form(BOB).fill("Reason", "the queue is full").submit();
        bot.becomes(card, "rejected by @" + BOB, "the queue is full");
        bot.passes(Duration.ofHours(2));
        nothingWasPromoted();
    }

    @Test
    void withoutItsApprovalsItExpiresAtItsTimeAndPeopleAreTold() {
        bot.says(ALICE, "/semaphore promote production web at 9:00");
        var card = bot.card("0 of 2 approvals");
        bot.says(BOB, "/semaphore approve 1");
        bot.becomes(card, "1 of 2 approvals");
        bot.passes(Duration.ofHours(1));
        bot.becomes(card, "expired ", "with 1 of 2 approvals");
        bot.card("⏰ *#1*  *web* was not promoted to *production* 2027-02-10 08:00 UTC: It didn't get the approvals");
        bot.told(ALICE, "*web* was not promoted to *production*", "It didn't get the approvals that it needs.");
        bot.says(CAROL, "/semaphore approve 1");
        bot.answer(CAROL, "#1 has expired");
        nothingWasPromoted();
    }

    @Test
    void votesExpireAsUsualAndApprovalsInTimeLastUntilItsTime() {
        bot.says(ALICE, "/semaphore promote production web at 2027-02-12 9:00");
        var card = bot.card("0 of 2 approvals", "expires 2027-02-10 11:0");
        bot.says(BOB, "/semaphore approve 1");
        bot.says(CAROL, "/semaphore approve 1");
        bot.becomes(card, "goes to *production* 2027-02-12 08:00 UTC");
        bot.passes(Duration.ofDays(2));
        bot.becomes(card, "goes to *production* 2027-02-12 08:00 UTC");
        nothingWasPromoted();
        bot.passes(Duration.ofHours(1));
        bot.becomes(card, "is deploying to *production*");
    }

    @Test
    void aLockAtItsTimeEndsItAndPeopleAreToldAndItDoesNotGoOnceUnlocked() {
        var card = scheduled();
        bot.says(BOB, "/semaphore lock production web because of rain");
        bot.card("Bob locked");
        bot.passes(Duration.ofHours(1));
        card = bot.becomes(card, "blocked at its scheduled time: *web* was not promoted", "Locked by Bob", "of rain");
        assertThat(card.buttons()).isEmpty();
        var told = bot.card("⏰ *#1*  *web* was not promoted to *production* 2027-02-10 08:00 UTC: Locked by Bob");
        assertThat(told.buttons()).containsExactly("Promote to production");
        bot.told(ALICE, "*web* was not promoted to *production*", "Locked by Bob");
        bot.says(BOB, "/semaphore unlock production web");
        bot.card("Bob unlocked");
        bot.passes(Duration.ofMinutes(10));
        nothingWasPromoted();
        bot.presses(ALICE, told, "Promote to production");
        bot.card("*#2*", "0 of 2 approvals");
    }

    @Test
    void aLockThatIsThereAlreadyIsSaidAndDoesNotMatterOnceItIsGone() {
        bot.says(BOB, "/semaphore lock staging web because of rain");
        bot.card("Bob locked");
        bot.says(ALICE, "/semaphore promote staging web at 9:00");
        bot.answer(ALICE, "#1 is scheduled here.", "Unless that changes before then, it won't go: Locked by Bob");
        bot.says(BOB, "/semaphore unlock staging web");
        bot.card("Bob unlocked");
        bot.passes(Duration.ofHours(1));
        bot.card("is deploying to *staging*");
    }

    @Test
    void aTimeThatIsOverTodayMeansTomorrowAndTheAnswerSaysWhichDay() {
        bot.says(ALICE, "/semaphore promote staging web at 7:30");
        bot.answer(ALICE, "It goes 2027-02-11 06:30 UTC (7:30 in Europe/Belgrade).");
        bot.passes(Duration.ofHours(23));
        nothingWasPromoted();
        bot.passes(Duration.ofMinutes(30));
        bot.card("is deploying to *staging*");
    }

    @Test
    void aDayThatIsOverOrTooFarAwayIsRefused() {
        assertThat(bot.asks(ALICE, "/semaphore promote staging web at 2027-02-10 7:59")
                        .drawn())
                .contains(
                        "2027-02-10 7:59 in Europe/Belgrade has already passed. Choose a later time.",
                        "Nothing was changed.");
        assertThat(bot.asks(ALICE, "/semaphore promote staging web at 2027-03-13 9:00")
                        .drawn())
                .contains("A promotion can be scheduled at most 30 days ahead.", "Nothing was changed.");
        assertThat(bot.messages(DEPLOYS).stream().filter(each -> !each.ephemeral()))
                .isEmpty();
    }

    @Test
    void whatIsScheduledIsNotScheduledTwiceAndGoingAtOnceOvertakesIt() {
        bot.says(ALICE, "/semaphore promote staging web at 9:00");
        var card = bot.card("*web* goes to *staging*");
        bot.says(BOB, "/semaphore promote staging web at 10:00");
        bot.answer(BOB, "Alice already scheduled this: #1, here. It goes 2027-02-10 08:00 UTC. Nothing was changed.");
        bot.says(BOB, "/semaphore promote staging web");
        bot.card("Promoted to staging by Bob");
        bot.passes(Duration.ofHours(1));
        bot.becomes(card, "overtaken", "Since this was requested, it was promoted");
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).hasSize(1);
    }
}
