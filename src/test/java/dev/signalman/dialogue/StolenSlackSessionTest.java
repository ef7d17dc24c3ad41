package dev.signalman.dialogue;

import static dev.signalman.harness.AuthenticatorApp.CODE;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.audit.LedgerSource;
import dev.signalman.harness.AuthenticatorApp;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.McpAgent;
import dev.signalman.harness.SlackTransport;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thief has Bob's session in Slack, and nothing else of his. Bob may approve and break the glass. */
final class StolenSlackSessionTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private DatabaseAddress database;
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE).in(DEPLOYS))
                .broken(BOB)
                .steppingUp(StepUp.ALL);
        database = TestDatabase.ofDialogue();
        bot = Dialogue.over(
                SlackTransport.usual(),
                database,
                usual -> ConfigurationChanger.from(usual)
                        .access(new AccessRules(Map.of(AccessRules.ASK_BY_AGENT, List.of(BOB))))
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
    @Tag("over-a-socket")
    void thatHasNoPhoneDeploysNothingAndIsNoticed() throws IOException {
        var bobs = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Send the prices to me");

        votesAndBreaksTheGlass(card, bobs);
        asksAloneAndThroughAnAgent();
        guessesOn(bobs);
        replacesTheFactor(card, bobs);
        removesItAndSetsUpAnother(card);
        assertThat(bot.slack().now(card).drawn()).contains("0 of 1 approval");
        waitsForADay();
        isInTheLedger();
    }

    private PostedMessage requested(String message) {
        bot.passed("web", message);
        bot.says(ALICE, "/semaphore promote production web");
        return bot.card("requests approval to promote", message);
    }

    /** Each wants a code. */
    private void votesAndBreaksTheGlass(PostedMessage card, AuthenticatorApp bobs) {
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
        bot.answer(BOB, "Breaking glass needs a code from your authenticator app, so it doesn't count yet.");
        bot.writes(BOB, "@signalman approve 1");
        bot.answer(BOB, "Approving #1 needs a code from your authenticator app, so it doesn't count yet.");
        nothingDeployed();
    }

    /** Nobody approves what they asked for, themselves or through an agent; the others see the requests. */
    private void asksAloneAndThroughAnAgent() {
        bot.passed("web", "Send the names to me");
        bot.says(BOB, "/semaphore promote production web");
        var own = bot.card("@" + BOB + " requests approval to promote", "Send the names to me");
        bot.presses(BOB, own, "Approve");
        bot.answer(BOB, "You can't vote on your own request");

        bot.passed("web", "Send the keys to me");
        var agent = McpAgent.of(bot, BOB, "helper");
        assertThat(agent.calls("request_promotion", Map.of("promotion", "production", "project", "web"))
                        .text())
                .contains("#3 is waiting for approval");
        var asked = bot.card("helper", "asks, for", "Bob", "Send the keys to me");
        bot.presses(BOB, asked, "Approve");
        bot.until(
                "the second refusal",
                () -> bot.slack().visibleTo(BOB, DEPLOYS).stream()
                                .filter(each -> each.drawn().contains("You can't vote on your own request"))
                                .count()
                        == 2);
        for (var tool : List.of("approve", "break_glass", "factor")) {
            assertThat(agent.calls(tool, Map.of("request", 1)).text()).as(tool).isEmpty();
        }
        nothingDeployed();
    }

    /** There is a pause, of which Bob hears. */
    private void guessesOn(AuthenticatorApp bobs) {
        bot.says(BOB, "/semaphore approve 1");
        var form = bot.form(BOB);
        form.fill(CODE, bobs.wrongCode()).submit();
        assertThat(form.fill(CODE, bobs.wrongCode()).submit().get(CODE)).contains("Too many wrong codes.");
        assertThat(form.fill(CODE, bobs.code()).submit())
                .as("not even the right one")
                .containsKey(CODE);
        form.close();
        bot.told(BOB, "5 wrong codes of your second factor were entered in a row");
        nothingDeployed();
    }

    /** With a token of another Semaphore account, and a phone of the thief's own. */
    private void replacesTheFactor(PostedMessage card, AuthenticatorApp bobs) {
        bot.says(BOB, "/semaphore unlink");
        bot.answer(BOB, "Your Semaphore token is deleted here.");
        bot.says(BOB, "/semaphore factor replace");
        bot.answer(BOB, "Link your own Semaphore token first");
        TokenLinking.links(bot, BOB, "carol");
        var thiefs = AuthenticatorApp.enrolled(bot, BOB, "/semaphore factor replace");
        bot.card("*Bob* replaced their second factor.", "Ask Bob outside Slack whether it was them.");
        bot.told(BOB, "A second factor was set up for your account", "If this wasn't you");
        assertThat(thiefs.key()).isNotEqualTo(bobs.key());
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("yours is too new");
        var broken = bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Break glass"));
        assertThat(broken.drawn()).contains("Breaking glass needs a second factor, and yours is too new");
        assertThat(bot.asks(BOB, "/semaphore factor vouch @" + BOB).drawn())
                .contains("You can't vouch for your own second factor.");
        nothingDeployed();
    }

    /** Each time the others hear of it, and Bob, who removes what the thief set up. */
    private void removesItAndSetsUpAnother(PostedMessage card) {
        bot.says(BOB, "/semaphore factor remove");
        bot.card("*Bob* removed their second factor.");
        bot.told(BOB, "Your second factor is removed.");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("you have none");
        AuthenticatorApp.enrolled(bot, BOB, "/semaphore factor");
        bot.card("*Bob* set up a second factor.", "Ask Bob outside Slack whether it was them.");
        var told = bot.told(BOB, "A second factor was set up for your account", "If this wasn't you");
        bot.presses(BOB, told, "Remove");
        bot.card("*Bob* removed their authenticator app.");
        nothingDeployed();
    }

    private void waitsForADay() {
        bot.passes(A_DAY);
        var later = requested("Send everything to me");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, later, "Approve"))
                        .drawn())
                .contains("you have none");
        nothingDeployed();
    }

    private void isInTheLedger() throws IOException {
        var bobs = new ArrayList<String>();
        try (var ledger = LedgerSource.open(database)) {
            ledger.each(row -> {
                if (row.userName().contains("Bob")) {
                    bobs.add(row.userName() + ": " + row.line() + " " + row.outcome() + ": " + row.words());
                }
            });
        }
        assertThat(String.join("\n", bobs))
                .contains(
                        "Breaking glass needs a code from your authenticator app",
                        "Approving #1 needs a code from your authenticator app",
                        "You can't vote on your own request #2",
                        "Bob: agent-token create helper",
                        "helper, for Bob: promote production",
                        "You can't vote on your own request #3",
                        "5 wrong codes of this second factor were entered in a row",
                        "Bob: unlink",
                        "Link your own Semaphore token first",
                        "Bob: link ",
                        "Bob: factor replace",
                        "Bob: factor confirm",
                        "Approving #1 needs a second factor, and yours is too new",
                        "Breaking glass needs a second factor, and yours is too new",
                        "You can't vouch for your own second factor",
                        "Bob: factor remove",
                        "Approving #1 needs a second factor, and you have none",
                        "Approving #4 needs a second factor, and you have none");
    }
}
