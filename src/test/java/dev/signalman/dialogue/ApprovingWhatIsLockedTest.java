package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lock leaves a request open. */
final class ApprovingWhatIsLockedTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(2, RELEASE)))));
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void theLastVoteIsRefusedWithTheLocksReasonUntilItIsGone() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.says(ALICE, "/semaphore lock production web because of rain");
        bot.card("Alice locked *production* of *web*");
        bot.presses(BOB, card, "Approve");
        card = bot.becomes(card, "1 of 2 approvals");
        bot.says(CAROL, "/semaphore approve 1");
        bot.answer(
                CAROL,
                "Yours would be the last approval that #1",
                "Locked by Alice since ",
                ": of rain. web can't be promoted to production until it is unlocked.",
                "[Unlock production]");
        assertThat(bot.slack().now(card).drawn()).contains("1 of 2 approvals");
        assertThat(bot.semaphore().promotions("web")).isEmpty();

        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("Alice unlocked");
        bot.says(CAROL, "/semaphore approve 1");
        bot.card("Promoted to production by Alice");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }
}
