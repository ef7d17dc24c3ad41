package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.OpenView;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests on the home tab: those that wait for the person, and the person's own. */
final class VotingAtHomeTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(2, RELEASE)))));
        bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production web");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private OpenView opens(String person, String... words) {
        bot.slack().opensHome(person);
        return home(person, words);
    }

    private OpenView home(String person, String... words) {
        bot.until(
                "the home of " + person + " says " + List.of(words),
                () -> bot.slack()
                        .home(person)
                        .filter(view -> List.of(words).stream().allMatch(view.drawn()::contains))
                        .isPresent());
        return bot.slack().home(person).orElseThrow();
    }

    private void staysOpenFor(int drawings) {
        for (int n = 0; n < drawings; n++) {
            var before = looks();
            bot.passes(Duration.ofSeconds(30));
            bot.until("it is drawn anew", () -> looks() > before);
            bot.untilAllIsDone(); // the delay of the next redraw counts from the end of this one
        }
    }

    private long looks() {
        return bot.semaphore().calls().stream()
                .filter(call ->
                        call.path().endsWith("/pipelines") && call.query().contains("page_size=20"))
                .count();
    }

    private static boolean waits(OpenView view) {
        return view.drawn().contains("Waiting for you");
    }

    @Test
    void aVoteGivenThereCountsAndIsSeenThereAtOnce() {
        var card = bot.card("0 of 2 approvals");
        var view = opens(
                BOB, "Waiting for you", "*#1*", "*web* to *production*", "requested by Alice", "0 of 2 approvals");
        assertThat(view.drawn().indexOf("Waiting for you"))
                .isLessThan(view.drawn().indexOf("Running now"));
        assertThat(view.buttons()).containsExactly("Approve", "Reject");
        staysOpenFor(13); // later redraws come every 30 s
        bot.slack().presses(BOB, view, "Approve");
        bot.becomes(card, "1 of 2 approvals", "✅ Bob");
        view = home(BOB, "approved by Bob", "1 of 2 approvals, including yours");
        assertThat(view.buttons()).containsExactly("Reject");
        bot.says(CAROL, "/semaphore approve 1");
        bot.becomes(card, "is deploying to");
        bot.passes(Duration.ofSeconds(30));
        bot.until("it is gone there", () -> !waits(bot.slack().home(BOB).orElseThrow()));
    }

    @Test
    void whoTurnsItDownThereIsAskedForTheReason() {
        var card = bot.card("0 of 2 approvals");
        bot.slack().presses(CAROL, opens(CAROL, "Waiting for you"), "Reject");
        bot.until("a form is open", () -> bot.slack().modal(CAROL).isPresent());
        bot.slack()
                .submits(CAROL, bot.slack().modal(CAROL).orElseThrow(), Map.of("Reason", "the books are not closed"));
        bot.becomes(card, "rejected by", "the books are not closed");
        bot.until("it is gone there", () -> !waits(bot.slack().home(CAROL).orElseThrow()));
    }

    @Test
    void whoAskedFindsItThereAndMayWithdrawItAndNotVote() {
        var card = bot.card("0 of 2 approvals");
        var view = opens(ALICE, "Your requests", "*web* to *production*");
        assertThat(waits(view)).isFalse();
        assertThat(view.buttons()).containsExactly("Withdraw");
        bot.slack().presses(ALICE, view, "Withdraw");
        bot.becomes(card, "withdrawn by", "was not promoted");
        bot.until(
                "it is gone there",
                () -> !bot.slack().home(ALICE).orElseThrow().drawn().contains("Your requests"));
    }

    @Test
    void whoMayNotVoteFindsNothing() {
        bot.slack().add(SimulatedPerson.member("U0DAN", "Dan"));
        bot.card("0 of 2 approvals");
        assertThat(opens("U0DAN", "Running now").drawn()).doesNotContain("Waiting for you", "#1");
        assertThat(opens(GUS, "Running now").drawn()).doesNotContain("Waiting for you", "#1");
    }

    @Test
    void whatSlackDoesNotTellIsSaidAndNotShown() {
        bot.card("0 of 2 approvals");
        bot.passes(Duration.ofMinutes(2)); // all caches expire
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        var view = opens(BOB, "Slack didn't confirm whether you can approve #1");
        assertThat(view.buttons()).isEmpty();
        assertThat(view.drawn()).doesNotContain("production");
        bot.slack().faults().none();
        assertThat(home(BOB, "*web* to *production*").buttons()).containsExactly("Approve", "Reject");
    }

    @Test
    void whatOthersDecideIsSeenOnATabThatIsOpen() {
        var card = bot.card("0 of 2 approvals");
        opens(BOB, "no approvals yet");
        bot.presses(CAROL, card, "Approve");
        home(BOB, "approved by Carol", "1 of 2 approvals");
        bot.says(ALICE, "/semaphore withdraw 1");
        bot.becomes(card, "withdrawn by");
        bot.until("it is gone there", () -> !waits(bot.slack().home(BOB).orElseThrow()));
    }
}
