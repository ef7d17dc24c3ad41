package dev.signalman.dialogue;

import static dev.signalman.harness.AuthenticatorApp.CODE;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.AuthenticatorApp;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SlackTransport;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Votes and broken glasses that need a code of an authenticator app. */
final class SecondFactorTest {
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

    private void nothingWasPromoted() {
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    @Tag("smoke")
    void aVoteCountsOnceItsCodeIsRight() throws Exception {
        demanding(StepUp.VOTES, 1);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Round invoices");

        bot.presses(BOB, card, "Approve");
        var form = bot.form(BOB);
        assertThat(form.title()).isEqualTo("Approve #1");
        assertThat(form.drawn()).contains("deploys to production once it has all the approvals it needs");
        assertThat(form.fill(CODE, app.wrongCode()).submit())
                .hasEntrySatisfying(CODE, words -> assertThat(words).contains("This code is wrong."));
        nothingWasPromoted();

        assertThat(form.fill(CODE, app.code()).submit()).isEmpty();
        bot.becomes(card, "is deploying to *production*", "approved by @" + BOB + " (2FA)");
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
        assertThat(bot.asks(ALICE, "/semaphore audit 5").drawn())
                .contains("Approved #1 with an authenticator code (last one needed)");
    }

    @Test
    void aPhoneWhoseClockIsOffByAStepIsFineAndByMoreIsNot() throws Exception {
        demanding(StepUp.VOTES, 2);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Round invoices");
        bot.presses(BOB, card, "Approve");
        var form = bot.form(BOB);
        for (int steps : new int[] {-3, 3}) {
            assertThat(form.fill(CODE, app.code(steps)).submit())
                    .as(steps + " steps")
                    .containsKey(CODE);
        }
        assertThat(form.fill(CODE, app.code(1)).submit()).isEmpty();
        bot.becomes(card, "1 of 2 approvals", "Bob (2FA)");
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                .contains("1 of 2, by Bob, each with a second factor");
    }

    @Test
    void aTypedVoteOpensTheFormToo() throws Exception {
        demanding(StepUp.LAST_VOTE, 1);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        requested("Round invoices");
        bot.says(BOB, "/semaphore approve 1");
        assertThat(bot.form(BOB).fill(CODE, app.code()).submit()).isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
    }

    @Test
    void whereNoFormOpensTheVoteIsRefusedWithAButton() throws Exception {
        demanding(StepUp.VOTES, 1);
        AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        requested("Round invoices");
        bot.writes(BOB, "@signalman approve 1");
        var refused =
                bot.answer(BOB, "Approving #1 needs a code from your authenticator app, so it doesn't count yet.");
        nothingWasPromoted();
        bot.presses(BOB, refused, "Approve");
        assertThat(bot.form(BOB).title()).isEqualTo("Approve #1");
    }

    @Test
    void onlyTheLastVoteAsksForACode() throws Exception {
        demanding(StepUp.LAST_VOTE, 2);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Round invoices");
        bot.presses(CAROL, card, "Approve");
        card = bot.becomes(card, "1 of 2 approvals", "Carol");
        assertThat(bot.slack().modal(CAROL)).isEmpty();
        bot.presses(BOB, card, "Approve");
        assertThat(bot.form(BOB).fill(CODE, app.code()).submit()).isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
    }

    @Test
    void aVoteWithoutAFactorIsNotCounted() throws Exception {
        demanding(StepUp.VOTES, 1);
        var card = requested("Round invoices");
        var refused = bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"));
        assertThat(refused.drawn())
                .contains("Approving #1 needs a second factor, and you have none, so it wasn't counted.");
        bot.presses(BOB, refused, "Set up second factor");
        bot.answer(BOB, "Link your own Semaphore token first");
        nothingWasPromoted();
    }

    @Test
    void aCodeCountsForOneRequestOnly() throws Exception {
        demanding(StepUp.VOTES, 2);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var first = requested("Round invoices");
        bot.presses(BOB, first, "Approve");
        var code = app.code();
        assertThat(bot.form(BOB).fill(CODE, code).submit()).isEmpty();
        bot.becomes(first, "1 of 2 approvals", "Bob");

        var second = requested("Round them up");
        bot.presses(BOB, second, "Approve");
        var form = bot.form(BOB);
        assertThat(form.fill(CODE, code).submit())
                .hasEntrySatisfying(CODE, words -> assertThat(words).contains("This code was already used."));
        bot.untilAllIsDone();
        assertThat(bot.slack().now(second).drawn()).contains("0 of 2 approvals");
        bot.passes(Duration.ofSeconds(30));
        assertThat(form.fill(CODE, app.code()).submit()).isEmpty();
        bot.becomes(second, "1 of 2 approvals", "Bob");
    }

    @Test
    void fiveWrongCodesPauseItAndTheOwnerHearsOfIt() throws Exception {
        demanding(StepUp.VOTES, 1);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Round invoices");
        bot.presses(BOB, card, "Approve");
        var form = bot.form(BOB);
        for (int tries = 1; tries < 5; tries++) {
            assertThat(form.fill(CODE, app.wrongCode()).submit().get(CODE)).contains("This code is wrong.");
        }
        assertThat(form.fill(CODE, app.wrongCode()).submit().get(CODE))
                .contains("Too many wrong codes. No code is accepted for 15 minutes.");
        assertThat(form.fill(CODE, app.code()).submit().get(CODE)).contains("Too many wrong codes.");
        bot.told(BOB, "5 wrong codes of your second factor were entered in a row", "sign out of Slack everywhere");
        nothingWasPromoted();

        bot.passes(Duration.ofMinutes(15));
        assertThat(form.fill(CODE, app.code()).submit()).isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
    }

    @Test
    void twoApproversCanVouchForANewFactor() throws Exception {
        demanding(StepUp.VOTES, 1);
        var alices = AuthenticatorApp.setUp(bot, ALICE, "alice");
        var carols = AuthenticatorApp.setUp(bot, CAROL, "carol");
        var early = bot.asks(CAROL, "/semaphore factor vouch @" + ALICE);
        assertThat(early.drawn()).contains("To vouch, you need a second factor of your own that already counts.");
        bot.passes(A_DAY);
        var bobs = AuthenticatorApp.setUp(bot, BOB, "bob");
        var notice = bot.card("*Bob* set up a second factor.");
        var card = requested("Round invoices");
        var refused = bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"));
        assertThat(refused.drawn()).contains("needs a second factor, and yours is too new", "It counts from");

        vouches(ALICE, notice, alices);
        bot.card("Alice vouches for the second factor of Bob.");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("yours is too new");
        vouches(CAROL, notice, carols);
        bot.card("Carol vouches for the second factor of Bob.");
        bot.presses(BOB, card, "Approve");
        assertThat(bot.form(BOB).fill(CODE, bobs.code()).submit()).isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
    }

    private void vouches(String person, PostedMessage notice, AuthenticatorApp app) {
        bot.presses(person, notice, "Vouch");
        var form = bot.form(person);
        assertThat(form.title()).isEqualTo("Vouch for Bob");
        assertThat(form.fill(CODE, app.code()).submit()).isEmpty();
        bot.answer(person, "You vouched for the second factor of Bob.");
    }

    @Test
    void aReplacedFactorWaitsAgainAndTheLostPhoneCountsNoMore() throws Exception {
        demanding(StepUp.VOTES, 1);
        var lost = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        assertThat(bot.asks(BOB, "/semaphore factor").drawn())
                .contains("Your authenticator app is set up, and it counts.");
        var found = AuthenticatorApp.enrolled(bot, BOB, "/semaphore factor replace");
        bot.card("*Bob* replaced their second factor.");
        var card = requested("Round invoices");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("yours is too new");
        bot.passes(A_DAY);
        var again = requested("Round them up");
        bot.presses(BOB, again, "Approve");
        var form = bot.form(BOB);
        assertThat(form.fill(CODE, lost.code()).submit()).containsKey(CODE);
        assertThat(form.fill(CODE, found.code()).submit()).isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
    }

    @Test
    void aFactorWhoseEncryptionKeyIsLostIsSetUpAgain(@TempDir Path folder) throws Exception {
        TestDatabase.layOut(folder.resolve("signalman"));
        var database = DatabaseAddress.file(folder.resolve("signalman").toString());
        bot = keyed(database, 1);
        AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.close();
        bot = keyed(database, 2);
        var told = bot.asks(BOB, "/semaphore factor");
        assertThat(told.drawn()).contains("can't be read any more, because the encryption key changed");
        TokenLinking.links(bot, BOB, "bob");
        bot.presses(BOB, told, "Replace");
        bot.answer(BOB, "Add this key to your authenticator app");
    }

    private static Dialogue keyed(DatabaseAddress database, int key) throws Exception {
        return Dialogue.over(
                SlackTransport.usual(),
                database,
                usual -> ConfigurationChanger.from(usual).keyed(key).configuration());
    }

    @Test
    void breakingTheGlassAsksForACodeFromTheCardAndInALine() throws Exception {
        demanding(StepUp.BREAK_GLASS, 2);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        var card = requested("Round invoices");
        var refused = bot.nextTo(CAROL, DEPLOYS, () -> bot.presses(CAROL, card, "Break glass"));
        assertThat(refused.drawn()).contains("Breaking glass needs a second factor, and you have none");
        nothingWasPromoted();
        bot.presses(BOB, card, "Break glass");
        assertThat(bot.form(BOB)
                        .fill("Reason", "the shop is down")
                        .fill(CODE, app.code())
                        .submit())
                .isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));

        bot.passes(Duration.ofSeconds(30));
        bot.passed("web", "Round them up");
        bot.says(BOB, "/semaphore promote production web break-glass because it is still down");
        var form = bot.form(BOB);
        assertThat(form.fill(CODE, app.code()).submit()).isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").size() == 2);
        assertThat(bot.asks(ALICE, "/semaphore audit 5").drawn())
                .contains("Broke glass on #2 with an authenticator code: it is");
    }

    @Test
    void theButtonOnTheHomeTabAsksToo() throws Exception {
        demanding(StepUp.VOTES, 1);
        var app = AuthenticatorApp.setUp(bot, BOB, "bob");
        bot.passes(A_DAY);
        requested("Round invoices");
        bot.slack().opensHome(BOB);
        bot.until(
                "it waits for Bob",
                () -> bot.slack()
                        .home(BOB)
                        .filter(view -> view.drawn().contains("Waiting for you"))
                        .isPresent());
        bot.slack().presses(BOB, bot.slack().home(BOB).orElseThrow(), "Approve");
        assertThat(bot.form(BOB).fill(CODE, app.code()).submit()).isEmpty();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
    }

    @Test
    void theDoctorNamesThoseWhoHaveNone() throws Exception {
        demanding(StepUp.ALL, 1);
        AuthenticatorApp.setUp(bot, BOB, "bob");
        assertThat(bot.asks(ALICE, "/semaphore doctor all").drawn())
                .contains("2 of 3 people have none, so their decisions don't count: Alice, Carol.");
    }

    @Test
    void withoutAKeyNothingThatNeedsAFactorCounts() throws Exception {
        bot = Dialogue.start(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE))
                .steppingUp(StepUp.VOTES))));
        var card = requested("Round invoices");
        assertThat(bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Approve"))
                        .drawn())
                .contains("second factors are turned off", "SIGNALMAN_ENCRYPTION_KEY");
        assertThat(bot.asks(BOB, "/semaphore factor").drawn()).contains("Second factors are turned off.");
        nothingWasPromoted();
    }
}
