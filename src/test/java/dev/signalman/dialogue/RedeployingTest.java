package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card of a failed deploy offers the last good one, which the rules judge like any promotion. */
final class RedeployingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(1, RELEASE)))));
    }

    @AfterEach
    void end() {
        bot.close();
    }

    /** The short commit that a card shows. */
    private String commitOf(String pipeline) {
        var shown = bot.asks(ALICE, "/semaphore status " + pipeline).drawn();
        var matcher = Pattern.compile("`([0-9a-f]{7})`").matcher(shown);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String newest() {
        var all = bot.semaphore().pipelines("web");
        return all.get(all.size() - 1);
    }

    private PostedMessage fails(String message, String promotion) {
        var first = bot.passed("web", message);
        bot.says(ALICE, "/semaphore status " + first);
        bot.says(ALICE, "/semaphore promote " + promotion + " " + first);
        bot.card("Deploy to " + promotion, message, "Promoted to " + promotion);
        bot.semaphore().failJob(newest(), "Deploy", "rollout", 1, "no room\n");
        return bot.card("Deploy to " + promotion, message, "failed");
    }

    @Test
    void whatWasGoodIsDeployedAgain() {
        var good = bot.passed("web", "Works");
        bot.semaphore().finish(bot.promotedOnTheWeb("web", good, "staging"));
        var commit = commitOf(good);
        var card = bot.becomes(fails("Breaks", "staging"), "Last good: `" + commit, "[Redeploy " + commit + "]");
        assertThat(card.buttons()).containsExactly("Redeploy " + commit, "Rebuild failed", "Logs", "Rerun");

        bot.presses(ALICE, card, "Redeploy " + commit);
        bot.card("Deploy to staging", "Works", "Promoted to staging by Alice");
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging", "staging", "staging");
    }

    @Test
    void onceALaterDeployPassedNothingIsGoneBackTo() {
        var good = bot.passed("web", "Works");
        bot.semaphore().finish(bot.promotedOnTheWeb("web", good, "staging"));
        var commit = commitOf(good);
        var card = bot.becomes(fails("Breaks", "staging"), "[Redeploy " + commit + "]");
        var elsewhere = bot.passed("web", "Elsewhere");
        bot.says(ALICE, "/semaphore promote production " + elsewhere);
        bot.presses(BOB, bot.card("0 of 1 approval"), "Approve");
        bot.card("Deploy to production", "Elsewhere", "Promoted to production");
        bot.semaphore().finish(newest());
        bot.card("Deploy to production", "Elsewhere", "passed");
        bot.untilAllIsDone();
        assertThat(bot.slack().now(card).buttons()).as("another promotion").contains("Redeploy " + commit);

        bot.presses(ALICE, bot.slack().now(card), "Redeploy " + commit);
        bot.card("Deploy to staging", "Works", "Promoted to staging by Alice");
        bot.semaphore().finish(newest());
        bot.until(
                "the way back is gone",
                () -> bot.slack().now(card).buttons().equals(List.of("Rebuild failed", "Rerun", "Logs")));
        assertThat(bot.slack().now(card).drawn()).doesNotContain("Last good");
    }

    @Test
    void theRulesHoldForItToo() {
        var good = bot.passed("web", "Works");
        bot.semaphore().finish(bot.promotedOnTheWeb("web", good, "production"));
        var first = bot.passed("web", "Breaks");
        bot.says(ALICE, "/semaphore promote production " + first);
        bot.presses(BOB, bot.card("0 of 1 approval"), "Approve");
        bot.card("Deploy to production", "Breaks", "Promoted to production");
        bot.semaphore().failJob(newest(), "Deploy", "rollout", 1, "no room\n");
        var commit = commitOf(good);
        var card = bot.card("Deploy to production", "Breaks", "[Redeploy " + commit + "]");

        bot.presses(BOB, card, "Redeploy " + commit);
        var request = bot.card("*#2*", "requests approval to promote *web* to *production*", "Works");
        assertThat(request.drawn()).contains("⚠ First deploy after a failure");
        assertThat(bot.semaphore().promotions("web")).hasSize(2);
    }

    @Test
    void whereNothingWasGoodNothingIsOffered() {
        var card = fails("Breaks at once", "staging");
        bot.untilAllIsDone();
        assertThat(bot.slack().now(card).buttons()).containsExactly("Rebuild failed", "Rerun", "Logs");
    }
}
