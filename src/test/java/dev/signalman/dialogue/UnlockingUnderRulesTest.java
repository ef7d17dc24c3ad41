package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.SlackFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may end another person's lock. */
final class UnlockingUnderRulesTest {
    private static final Policy APPROVED =
            Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(1, PLATFORM));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(APPROVED)));
        isLocked();
    }

    /** Starts again under another rule. */
    private void ruledBy(Policy rule) throws Exception {
        bot.close();
        bot = Dialogue.start(new Policies(List.of(rule)));
        isLocked();
    }

    private void isLocked() {
        bot.says(ALICE, "/semaphore lock production web because of rain");
        bot.card("Alice locked");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String locks() {
        return bot.asks(CAROL, "/semaphore locks").text();
    }

    @Test
    void whoMayNotApproveEndsNoLockInNoWay() {
        var refused = bot.asks(BOB, "/semaphore unlock production web");
        assertThat(refused.drawn())
                .contains(
                        "Only Alice and platform can remove that lock. Ask one of them.",
                        "[Ask Alice to unlock it]",
                        "Nothing was changed");
        var lock = bot.card("Alice locked");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, lock, "Unlock"))
                        .drawn())
                .contains("Only Alice and platform can remove that lock. Ask one of them.");
        assertThat(bot.asks(BOB, "/semaphore lock production web for 1h").drawn())
                .contains("Only Alice and platform can remove that lock. Ask one of them.")
                .doesNotContain("Steal");
        bot.passes(Duration.ofMinutes(1));
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        assertThat(bot.asks(BOB, "/semaphore unlock production web").drawn())
                .contains("Slack didn't confirm that you can remove that lock");
        bot.slack().faults().none();
        assertThat(locks()).isEqualTo("1 lock: production of web, by Alice.");
    }

    @Test
    void othersAskItsHolderByAButton() {
        var refused = bot.asks(BOB, "/semaphore unlock production web");
        bot.presses(BOB, refused, "Ask Alice to unlock it");
        bot.answer(BOB, "I asked Alice to unlock production of web");
        var asked = bot.told(ALICE, "Bob asks you to unlock *production* of *web*", ": of rain", "[Unlock]");
        assertThat(locks()).contains("by Alice");
        bot.presses(ALICE, asked, "Unlock");
        bot.told(ALICE, "Alice unlocked *production* of *web*");
        assertThat(locks()).isEqualTo("Nothing is locked.");
    }

    @Test
    void whoMayApproveEndsItAndItsHolderIsTold() {
        var question = bot.asks(CAROL, "/semaphore unlock production web");
        bot.presses(CAROL, question, "Unlock anyway");
        bot.card("Carol unlocked *production* of *web*, which Alice had locked.");
        bot.told(ALICE, "Carol removed your lock on");
    }

    @Test
    void whomTheRuleNamesForItEndsItAndWhoMayApproveDoesNot() throws Exception {
        ruledBy(APPROVED.unlocked(BOB));
        assertThat(bot.asks(CAROL, "/semaphore unlock production web").drawn())
                .contains("Only Alice and Bob can remove that lock. Ask one of them.");
        bot.presses(BOB, bot.asks(BOB, "/semaphore unlock production web"), "Unlock anyway");
        bot.card("Bob unlocked *production* of *web*");
    }

    @Test
    void itsHolderEndsItWhoeverTheRulesName() throws Exception {
        ruledBy(APPROVED.unlocked(BOB));
        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("Alice unlocked *production* of *web*.");
    }
}
