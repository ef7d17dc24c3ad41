package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.PLATFORM;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two rules match the same promotion: both apply. */
final class ApprovingUnderManyRulesTest {
    private static final Approvals SOON =
            new Approvals(1, List.of(RELEASE), null, Notify.MENTION, false, Duration.ofHours(1), List.of());
    private static final Policies BOTH = new Policies(List.of(
            Policy.of("prod*", List.of(), List.of(), null).with(SOON),
            Policy.of(
                            "production",
                            List.of("web"),
                            List.of(),
                            List.of(new Parameter("REGION", true, List.of("eu", "us"), "where to deploy")))
                    .with(Approvals.of(1, PLATFORM))));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(BOTH);
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private PostedMessage asked() {
        bot.says(ALICE, "/semaphore promote production web REGION=eu");
        return bot.card("0 of 1 approval", "needs 1 from @" + RELEASE, "needs 1 from @" + PLATFORM);
    }

    private void nothingWasPromoted() {
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void voterOfOnePolicyDoesNotCountForTheOther() {
        var card = asked();
        bot.presses(BOB, card, "Approve");
        card = bot.becomes(card, "*1 of 1 approval*", "✅ Bob", "*0 of 1 approval*");
        assertThat(card.text()).contains("1 of 1 approval and 0 of 1 approval, waiting for");
        nothingWasPromoted();
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "is deploying to *production*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void whoCountsUnderBothMeetsBoth() {
        var card = asked();
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "is deploying to *production*");
    }

    @Test
    void oneRejectionUnderOneOfThemEndsIt() {
        var card = asked();
        bot.says(BOB, "/semaphore reject 1 because of rain");
        assertThat(bot.becomes(card, "rejected by", "of rain").buttons()).isEmpty();
        nothingWasPromoted();
    }

    @Test
    void itExpiresWhenTheFirstOfThemSaysSo() {
        var card = asked();
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "*1 of 1 approval*");
        bot.passes(Duration.ofHours(1));
        bot.becomes(card, "expired ");
        nothingWasPromoted();
    }

    @Test
    void whatOneOfThemRequiresIsAskedForBeforeAnybodyVotes() {
        bot.says(ALICE, "/semaphore promote production web");
        var form = bot.form(ALICE);
        assertThat(bot.asks(BOB, "/semaphore approvals").drawn()).contains("No approvals are pending");
        form.choose("REGION", "us").submit();
        bot.card("requests approval to promote", "REGION=us", "0 of 1 approval");
        nothingWasPromoted();
    }

    @Test
    void whyListsBoth() {
        asked();
        assertThat(bot.asks(BOB, "/semaphore why production web").drawn())
                .contains(
                        "Approvals: 0 of 1; needs *release* except Alice, who requested it",
                        "Approvals: 0 of 1; needs *platform*");
    }
}
