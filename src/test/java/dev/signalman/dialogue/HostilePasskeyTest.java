package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PasskeyVisit;
import dev.signalman.harness.SoftwarePasskey;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that a page must not take in. Bob may approve, and has a passkey that counts. */
final class HostilePasskeyTest {
    private Dialogue bot;
    private SoftwarePasskey bobs;

    @BeforeEach
    void start() throws Exception {
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(2, RELEASE).in(DEPLOYS))
                .steppingUp(StepUp.VOTES);
        bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .promotions(new Policies(List.of(production)))
                .keyed()
                .publicUrl(PasskeyVisit.PUBLIC)
                .configuration());
        bobs = PasskeyVisit.setUp(bot, BOB, "bob");
        bot.passes(Duration.ofHours(24));
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

    /** The page that opens from the form of a vote. */
    private PasskeyVisit voting(PostedMessage card) {
        bot.presses(BOB, card, "Approve");
        var form = bot.form(BOB);
        var visit = PasskeyVisit.from(bot, form);
        form.close();
        return visit;
    }

    private void nothingCounts(PostedMessage card) {
        bot.untilAllIsDone();
        assertThat(bot.slack().now(card).drawn()).contains("0 of 2 approvals");
    }

    private void isRefused(PasskeyVisit visit, SoftwarePasskey passkey, String words) {
        var answer = visit.confirms(passkey);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void anAnswerCountsOnce() {
        var card = requested("Round invoices");
        var visit = voting(card);
        var answer = bobs.used(visit.opens().path("options"));
        assertThat(visit.submits(answer).statusCode()).isEqualTo(200);
        bot.becomes(card, "1 of 2 approvals", "Bob");
        assertThat(visit.submits(answer).body()).contains("This page was already used.");
        assertThat(visit.tries().body()).contains("This page was already used.");

        var other = requested("Round them up");
        assertThat(voting(other).submits(answer).statusCode())
                .as("never opened")
                .isEqualTo(403);
        var opened = voting(other);
        opened.opens();
        assertThat(opened.submits(answer).body()).contains("This answer belongs to another page");
        nothingCounts(other);
    }

    @Test
    void anotherPersonsPasskeyIsRefusedAndNoted() {
        var carols = PasskeyVisit.setUp(bot, CAROL, "carol");
        bot.passes(Duration.ofHours(24));
        var card = requested("Round invoices");
        isRefused(voting(card), carols, "This isn't the passkey that you added to Signalman.");
        bot.told(BOB, "A try with a passkey on a page of yours was refused: another passkey was used.");
        nothingCounts(card);
        assertThat(bot.asks(ALICE, "/semaphore audit 9").drawn())
                .contains("A try with a passkey was refused: another passkey was used", "approve 1");
    }

    @Test
    void whatBrowsersAnswerElsewhereIsRefused() {
        var card = requested("Round invoices");
        isRefused(
                voting(card),
                bobs.at("https://signalman.example.com.evil.example", "signalman.example.com"),
                "requested by another website");
        isRefused(voting(card), bobs.at(PasskeyVisit.ORIGIN, "example.com"), "requested by another website");
        isRefused(
                voting(card),
                bobs.at(PasskeyVisit.ORIGIN, "signalman.example.com").withoutVerifying(),
                "didn't check that it's you");
        nothingCounts(card);
        assertThat(voting(card).confirms(bobs.verifying()).statusCode()).isEqualTo(200);
        bot.becomes(card, "1 of 2 approvals", "Bob");
    }

    @Test
    void aThiefOfTheSessionAddsOneThatWaitsAndIsNoticed() {
        var card = requested("Send the prices to me");
        PasskeyVisit.added(bot, BOB, PasskeyVisit.passkey());
        bot.card("*Bob* replaced their passkey.", "Ask Bob outside Slack whether it was them.");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("yours is too new");
        nothingCounts(card);
        assertThat(bot.asks(ALICE, "/semaphore audit 9").drawn()).contains("factor passkey", "factor confirm passkey");
    }

    @Test
    void aCounterThatGoesBackIsTold() {
        var first = requested("Round invoices");
        assertThat(voting(first).confirms(bobs.counting(7)).statusCode()).isEqualTo(200);
        bot.becomes(first, "1 of 2 approvals", "Bob");
        var second = requested("Round them up");
        isRefused(voting(second), bobs.counting(3), "so there may be a copy of it");
        bot.told(BOB, "the passkey's counter went back, as a copy's would");
        nothingCounts(second);
    }

    @Test
    void fiveWrongTriesPauseItAndTheOwnerHearsOfIt() {
        var card = requested("Round invoices");
        var thiefs = PasskeyVisit.passkey();
        for (int tries = 1; tries < 5; tries++) {
            isRefused(voting(card), thiefs, "This isn't the passkey");
        }
        isRefused(voting(card), thiefs, "Too many wrong tries. Your passkey isn't accepted for 15 minutes.");
        isRefused(voting(card), bobs, "Too many wrong tries.");
        bot.told(BOB, "5 wrong tries with your passkey were made in a row", "sign out of Slack everywhere");
        nothingCounts(card);
        bot.passes(Duration.ofMinutes(15));
        assertThat(voting(card).confirms(bobs).statusCode()).isEqualTo(200);
        bot.becomes(card, "1 of 2 approvals", "Bob");
    }

    @Test
    void aRequestThatWasWithdrawnMeanwhileIsRefusedInWords() {
        var card = requested("Round invoices");
        var visit = voting(card);
        var answer = bobs.used(visit.opens().path("options"));
        bot.presses(ALICE, card, "Withdraw");
        bot.becomes(card, "withdr");
        var refused = visit.submits(answer);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("it was decided, withdrawn or has expired", "Nothing was counted.");
        assertThat(visit.tries().body()).contains("withdrawn");
    }

    @Test
    void aPageIsForItsPersonAndAShortTime() {
        var card = requested("Round invoices");
        var visit = voting(card);
        var answer = bobs.used(visit.opens().path("options"));
        bot.passes(Duration.ofMinutes(10));
        assertThat(visit.submits(answer).body()).contains("This page has expired");
        nothingCounts(card);

        bot.says(BOB, "/semaphore factor remove");
        bot.card("*Bob* removed their second factor.");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("you have none");
    }

    @Test
    void apartFromTheLastChallengeNoneCounts() {
        var card = requested("Round invoices");
        var visit = voting(card);
        var old = bobs.used(visit.opens().path("options"));
        visit.opens();
        assertThat(visit.submits(old).body()).contains("This answer belongs to another page, or to an earlier try.");
        nothingCounts(card);
    }

    @Test
    void aNewPasskeyMustVerifyItsUserAndBeMadeForThisPage() {
        TokenLinking.links(bot, CAROL, "carol");
        var visit = PasskeyVisit.from(bot, bot.asks(CAROL, "/semaphore factor passkey"));
        var carols = PasskeyVisit.passkey().withoutVerifying();
        assertThat(visit.submits(carols.made(visit.opens().path("options"))).body())
                .contains("didn't check that it's you");
        carols.verifying();
        var stale = carols.made(visit.opens().path("options"));
        visit.opens();
        assertThat(visit.submits(stale).body()).contains("This answer belongs to another page");
        assertThat(visit.submits(bobs.made(visit.opens().path("options"))).body())
                .contains("This passkey belongs to someone else.");
        bot.untilAllIsDone();
        assertThat(bot.asks(CAROL, "/semaphore factor remove").drawn()).contains("You have no second factor.");
    }
}
