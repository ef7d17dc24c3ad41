package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request causes reminders while it waits, and expires. */
final class ApprovingInTimeTest {
    private static final Approvals TWO = new Approvals(
            2,
            List.of(RELEASE),
            null,
            Notify.MENTION,
            false,
            Duration.ofHours(4),
            List.of(Duration.ofHours(1), Duration.ofHours(3)));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(TWO))));
        bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void isRecalled(int times) {
        bot.until(
                "it is recalled " + times + " times",
                () -> bot.shown(DEPLOYS, "is still waiting for approval").size() == times);
    }

    private void nothingWasPromoted() {
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void itExpiresWithTheVotesThatItHasAndWithoutButtons() {
        var card = bot.card("0 of 2 approvals", "expires ");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2 approvals");

        bot.passes(Duration.ofHours(4));

        card = bot.becomes(card, "expired ", "with 1 of 2 approvals: *web* was not promoted to *production*");
        assertThat(card.text())
                .isEqualTo(
                        "The request to promote web to production expired with 1 of 2 approvals. Nothing was deployed.");
        assertThat(card.buttons()).isEmpty();
        assertThat(bot.asks(CAROL, "/semaphore approve 1").drawn()).contains("#1 has expired.", "Nothing was changed");
        assertThat(bot.asks(CAROL, "/semaphore approvals").drawn()).contains("No approvals are pending");
        nothingWasPromoted();
    }

    @Test
    void aVoteThatComesALittleTooLateDoesNotCountThoughItWouldBeTheLast() {
        bot.says(BOB, "/semaphore approve 1");
        var card = bot.card("1 of 2 approvals");

        bot.passes(Duration.ofHours(4));
        bot.says(CAROL, "/semaphore approve 1"); // usually before the bot's own look

        bot.answer(CAROL, "#1 has expired");
        assertThat(bot.becomes(card, "with 1 of 2 approvals").buttons()).isEmpty();
        nothingWasPromoted();
    }

    @Test
    void itDoesNotExpireAMomentBefore() {
        bot.passes(Duration.ofHours(4).minus(Duration.ofMinutes(1)));
        isRecalled(2);
        bot.says(BOB, "/semaphore approve 1");
        bot.says(CAROL, "/semaphore approve 1");
        bot.card("is deploying to *production*");
        bot.passes(Duration.ofMinutes(2));
        bot.asks(ALICE, "/semaphore approvals"); // earlier work is done by then
        bot.card("is deploying to *production*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void itIsRecalledAtTheSetTimesWithWhatIsMissingAndFromWhom() {
        bot.says(BOB, "/semaphore approve 1");
        bot.card("1 of 2 approvals");
        isRecalled(0);
        bot.passes(Duration.ofHours(1));
        isRecalled(1);
        bot.card(
                "*#1* is still waiting for approval",
                "1 of 2 approvals",
                "✅ Bob",
                "needs 1 more from @" + RELEASE,
                "expires ");
        bot.passes(Duration.ofHours(1));
        isRecalled(1);
        bot.passes(Duration.ofHours(1));
        isRecalled(2);
    }

    @Test
    void whatDoesNotWaitAnyMoreIsNotRecalled() {
        bot.says(BOB, "/semaphore approve 1");
        bot.card("1 of 2 approvals");
        bot.passes(Duration.ofHours(1));
        isRecalled(1);
        bot.says(ALICE, "/semaphore withdraw 1");
        bot.until(
                "its card and the reminder say so",
                () -> bot.shown(DEPLOYS, "withdrawn by").size() == 2);
        bot.passes(Duration.ofHours(2));
        bot.untilAllIsDone();
        isRecalled(0);
        assertThat(bot.shown(DEPLOYS, "withdrawn by")).hasSize(2);
    }
}
