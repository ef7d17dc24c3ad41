package dev.signalman.dialogue;

import static dev.signalman.harness.AuthenticatorApp.CODE;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.AuthenticatorApp;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thief has Bob's session in Slack, and nothing else of his. Bob may approve and break the glass. */
final class StolenSlackSessionTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE).in(DEPLOYS))
                .broken(BOB)
                .steppingUp(StepUp.ALL);
        bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .promotions(new Policies(List.of(production)))
                .keyed()
                .configuration());
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void nothingDeployed() {
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void thatHasNoPhoneDeploysNothingAndIsNoticed() {
        var bobs = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(Duration.ofHours(24));
        bot.passed("web", "Send the prices to me");
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("requests approval to promote");

        // votes and breaks the glass: each wants a code
        bot.presses(BOB, card, "Approve");
        var form = bot.form(BOB);
        assertThat(form.fill(CODE, bobs.wrongCode()).submit()).containsKey(CODE);
        assertThat(form.submit()).as("no code").isNotEmpty();
        form.close();
        bot.presses(BOB, card, "Break glass");
        form = bot.form(BOB);
        assertThat(form.fill("Reason", "it is urgent")
                        .fill(CODE, bobs.wrongCode())
                        .submit())
                .containsKey(CODE);
        form.close();
        bot.says(BOB, "/semaphore promote production web break-glass because it is urgent");
        form = bot.form(BOB);
        assertThat(form.fill(CODE, bobs.wrongCode()).submit()).containsKey(CODE);
        form.close();
        bot.writes(BOB, "@signalman break-glass 1 because it is urgent");
        bot.answer(BOB, "Breaking glass needs a code of your second factor, so it wasn't counted.");
        nothingDeployed();

        // guesses on, until there is a pause of which Bob hears
        bot.says(BOB, "/semaphore approve 1");
        form = bot.form(BOB);
        form.fill(CODE, bobs.wrongCode()).submit();
        assertThat(form.fill(CODE, bobs.wrongCode()).submit().get(CODE)).contains("Too many wrong codes.");
        assertThat(form.fill(CODE, bobs.code()).submit())
                .as("not even the right one")
                .containsKey(CODE);
        form.close();
        bot.told(BOB, "5 wrong codes of your second factor were entered in a row");

        // links a token of the thief's own, and sets up a phone of the thief's own
        bot.says(BOB, "/semaphore unlink");
        bot.answer(BOB, "Your Semaphore token is deleted here.");
        TokenLinking.links(bot, BOB, "carol");
        var thiefs = AuthenticatorApp.enrolled(bot, BOB, "/semaphore factor replace");
        bot.card("*Bob* replaced their second factor.", "Ask Bob outside Slack whether it was them.");
        bot.told(BOB, "A second factor was set up for your account", "If this wasn't you");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("yours is too new");
        var broken = bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Break glass"));
        assertThat(broken.drawn()).contains("Breaking glass needs a second factor, and yours is too new");
        assertThat(bot.asks(BOB, "/semaphore factor vouch @" + BOB).drawn())
                .contains("You can't vouch for your own second factor.");
        assertThat(thiefs.key()).isNotEqualTo(bobs.key());
        nothingDeployed();

        // removes it
        bot.says(BOB, "/semaphore factor remove");
        bot.card("*Bob* removed their second factor.");
        bot.told(BOB, "Your second factor is removed.");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("you have none");
        nothingDeployed();
        assertThat(bot.slack().now(card).drawn()).contains("0 of 1 approval");

        var ledger = bot.asks(ALICE, "/semaphore audit 30").drawn();
        assertThat(ledger)
                .contains(
                        "factor replace",
                        "factor confirm",
                        "factor remove",
                        "Approving #1 needs a second factor, and you have none",
                        "Breaking glass needs a second factor, and yours is too new");
    }
}
