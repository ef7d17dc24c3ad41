package dev.signalman.dialogue;

import static dev.signalman.harness.AuthenticatorApp.CODE;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalman.harness.AuthenticatorApp;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PasskeyVisit;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Passkeys in Slack and on their page: adding, voting, breaking the glass, vouching, losing one. */
final class PasskeyTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private Dialogue bot;

    private void demanding(StepUp stepUp, int approvals) throws Exception {
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(approvals, RELEASE).in(DEPLOYS))
                .broken(BOB, CAROL)
                .steppingUp(stepUp);
        bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .promotions(new Policies(List.of(production)))
                .keyed()
                .publicUrl(PasskeyVisit.PUBLIC)
                .configuration());
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private PostedMessage requested(String message) {
        bot.passed("web", message);
        bot.says(ALICE, "/semaphore promote production web");
        return bot.card("requests approval to promote", message);
    }

    private void isPromoted() {
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
    }

    @Test
    @Tag("smoke")
    void aVoteCountsOnceItsPasskeyIsUsed() throws Exception {
        demanding(StepUp.VOTES, 1);
        var passkey = PasskeyVisit.setUp(bot, BOB, "bob");
        bot.card("*Bob* set up a passkey.", "Ask Bob outside Slack whether it was them.");
        bot.told(BOB, "A passkey was set up for your account", "If this wasn't you");
        var card = requested("Round invoices");
        var early = bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"));
        assertThat(early.drawn()).contains("yours is too new");
        bot.passes(A_DAY);

        var again = requested("Round them up");
        bot.presses(BOB, again, "Approve");
        var form = bot.form(BOB);
        assertThat(form.title()).isEqualTo("Approve #2");
        assertThat(form.drawn()).contains("Use a passkey").doesNotContain(CODE);
        var visit = PasskeyVisit.from(bot, form);
        var page = visit.opens();
        assertThat(page.path("title").asText()).isEqualTo("Approve #2");
        assertThat(page.path("words").asText())
                .contains("web, commit", "Round them up", "deploys to production", "Alice asked for it.");
        assertThat(bot.semaphore().promotions("web")).isEmpty();

        var answer = visit.submits(passkey.used(page.path("options")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Signalman received it.");
        bot.becomes(again, "is deploying to *production*", "approved by");
        isPromoted();
        assertThat(bot.asks(ALICE, "/semaphore audit 9").drawn())
                .contains("Approved #2 with a passkey (last one needed)", "factor confirm passkey");
    }

    @Test
    void whoHasBothMayUseEither() throws Exception {
        demanding(StepUp.VOTES, 2);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        var passkey = PasskeyVisit.added(bot, BOB, PasskeyVisit.passkey());
        bot.passes(A_DAY);
        var standing = bot.asks(BOB, "/semaphore factor");
        assertThat(standing.drawn())
                .contains("Your authenticator app is set up, and it counts.", "Your passkey is set up, and it counts.");
        assertThat(standing.buttons()).containsExactly("Replace", "Replace passkey", "Remove app", "Remove passkey");

        var first = requested("Round invoices");
        bot.presses(BOB, first, "Approve");
        var form = bot.form(BOB);
        var pressed = bot.slack().presses(BOB, bot.slack().modal(BOB).orElseThrow(), "Use a passkey");
        assertThat(pressed.status()).as("Slack reports a link's press, too").isEqualTo(200);
        assertThat(PasskeyVisit.from(bot, form).confirms(passkey).statusCode()).isEqualTo(200);
        bot.becomes(first, "1 of 2 approvals", "Bob");
        form.close();

        var second = requested("Round them up");
        bot.presses(BOB, second, "Approve");
        assertThat(bot.form(BOB).fill(CODE, app.code()).submit()).isEmpty();
        bot.becomes(second, "1 of 2 approvals", "Bob");

        bot.presses(BOB, standing, "Remove passkey");
        bot.card("*Bob* removed their passkey.");
        bot.untilAllIsDone();
        bot.presses(CAROL, second, "Approve");
        bot.answer(CAROL, "you have none");
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn()).contains("1 of 2, by Bob");
    }

    @Test
    void breakingTheGlassAsksForTheReasonOnThePage() throws Exception {
        demanding(StepUp.BREAK_GLASS, 2);
        var passkey = PasskeyVisit.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Round invoices");
        bot.presses(BOB, card, "Break glass");
        var form = bot.form(BOB);
        assertThat(form.drawn()).contains("Use a passkey").doesNotContain("Reason");
        var visit = PasskeyVisit.from(bot, form);
        var page = visit.opens();
        assertThat(page.path("warning").asText()).contains("two of them must review it afterwards");
        assertThat(page.path("fields").path(0).path("label").asText()).isEqualTo("Reason");
        var without = visit.submits(passkey.used(page.path("options")));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("This field is required.");

        var reason = JsonNodeFactory.instance.objectNode().put("because", "the shop is down");
        assertThat(visit.submits(passkey.used(visit.opens().path("options")), reason)
                        .statusCode())
                .isEqualTo(200);
        isPromoted();
        assertThat(bot.asks(ALICE, "/semaphore audit 5").drawn())
                .contains("Broke glass on #1 with a passkey: the shop is down");
        form.close();

        bot.passed("web", "Round them up");
        bot.says(BOB, "/semaphore promote production web break-glass because it is still down");
        assertThat(PasskeyVisit.from(bot, bot.form(BOB)).confirms(passkey).statusCode())
                .isEqualTo(200);
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").size() == 2);
    }

    @Test
    void whereNoFormOpensAButtonDoes() throws Exception {
        demanding(StepUp.VOTES, 1);
        var passkey = PasskeyVisit.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        requested("Round invoices");
        bot.writes(BOB, "@signalman approve 1");
        var refused = bot.answer(BOB, "Approving #1 needs your passkey, so it doesn't count yet.");
        bot.presses(BOB, refused, "Approve");
        assertThat(PasskeyVisit.from(bot, bot.form(BOB)).confirms(passkey).statusCode())
                .isEqualTo(200);
        isPromoted();
    }

    @Test
    void twoApproversVouchWithPasskeys() throws Exception {
        demanding(StepUp.VOTES, 1);
        var alices = PasskeyVisit.setUp(bot, ALICE, "alice");
        var carols = PasskeyVisit.setUp(bot, CAROL, "carol");
        bot.passes(A_DAY);
        var bobs = PasskeyVisit.setUp(bot, BOB, "bob");
        var notice = bot.card("*Bob* set up a passkey.");
        bot.presses(ALICE, notice, "Vouch");
        assertThat(PasskeyVisit.from(bot, bot.form(ALICE)).confirms(alices).statusCode())
                .isEqualTo(200);
        bot.card("Alice vouches for the passkey of Bob.");
        bot.says(CAROL, "/semaphore factor vouch @" + BOB);
        assertThat(PasskeyVisit.from(bot, bot.form(CAROL)).confirms(carols).statusCode())
                .isEqualTo(200);
        bot.card("Carol vouches for the passkey of Bob.");
        var card = requested("Round invoices");
        bot.presses(BOB, card, "Approve");
        assertThat(PasskeyVisit.from(bot, bot.form(BOB)).confirms(bobs).statusCode())
                .isEqualTo(200);
        isPromoted();
    }

    @Test
    void aReplacedPasskeyWaitsAgainAndTheLostOneCountsNoMore() throws Exception {
        demanding(StepUp.VOTES, 2);
        var lost = PasskeyVisit.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Round invoices");
        bot.presses(BOB, card, "Approve");
        var form = bot.form(BOB);
        assertThat(PasskeyVisit.from(bot, form).confirms(lost).statusCode()).isEqualTo(200);
        bot.becomes(card, "1 of 2 approvals", "Bob");
        form.close();

        PasskeyVisit.added(bot, BOB, PasskeyVisit.passkey());
        bot.card("*Bob* replaced their passkey.");
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn()).contains("0 of 2");
        bot.passes(A_DAY);
        var again = requested("Round them up");
        bot.presses(BOB, again, "Approve");
        var refused = PasskeyVisit.from(bot, bot.form(BOB)).confirms(lost);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This isn't the passkey that you added to Signalman.");
    }

    @Test
    void aPageAddsOnePasskeyAndNeedsALinkedToken() throws Exception {
        demanding(StepUp.VOTES, 1);
        assertThat(bot.asks(BOB, "/semaphore factor passkey").drawn()).contains("Link your own Semaphore token first");
        TokenLinking.links(bot, BOB, "bob");
        var key = bot.asks(BOB, "/semaphore factor");
        bot.until(
                "it offers a passkey, too",
                () -> bot.slack().visibleTo(BOB, DEPLOYS).stream()
                        .anyMatch(message -> message.buttons().contains("Add a passkey instead")));
        assertThat(key.ephemeral()).isTrue();
        var visit = PasskeyVisit.from(bot, bot.asks(BOB, "/semaphore factor passkey"));
        var passkey = PasskeyVisit.passkey();
        assertThat(visit.submits(passkey.made(visit.opens().path("options"))).statusCode())
                .isEqualTo(200);
        bot.answer(BOB, "A passkey was set up for your account");
        assertThat(visit.tries().body()).contains("This page was already used.");
        assertThat(bot.asks(BOB, "/semaphore factor confirm passkey").drawn())
                .contains("A passkey is added on a web page");

        var late = PasskeyVisit.from(bot, bot.asks(BOB, "/semaphore factor passkey"));
        bot.passes(Duration.ofMinutes(10));
        assertThat(late.tries().body()).contains("This page has expired");
    }

    @Test
    void withoutAPublicAddressThereIsNone() throws Exception {
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE).in(DEPLOYS))
                .steppingUp(StepUp.VOTES);
        bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .promotions(new Policies(List.of(production)))
                .keyed()
                .configuration());
        TokenLinking.links(bot, BOB, "bob");
        assertThat(bot.asks(BOB, "/semaphore factor passkey").drawn()).contains("set PUBLIC_URL");
        AuthenticatorApp.shown(bot, BOB, "/semaphore factor");
        assertThat(bot.answer(BOB, "Then enter the code that your app shows.").buttons())
                .containsExactly("Enter code");
        AuthenticatorApp.enrolled(bot, BOB, "/semaphore factor");
        assertThat(bot.asks(BOB, "/semaphore factor").buttons()).containsExactly("Replace", "Remove");
    }
}
