package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Locks are set, shown, taken over and ended, by people and by time. */
final class LockingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private PostedMessage toldTo(String person, String... words) {
        return bot.told(person, words);
    }

    @Test
    void aLockIsSaidInTheChannelListedAndEnded() {
        bot.says(ALICE, "/semaphore lock production web because <!channel> moves");
        var card = bot.card(
                "🔒 Alice locked *production* of *web*: <!channel> moves", "[Unlock]", "Promotions are blocked");
        assertThat(card.text()).isEqualTo("Alice locked production of web: &lt;!channel&gt; moves.");
        bot.says(BOB, BUILDS, "/semaphore lock staging web@main for 2h");
        bot.cardIn(BUILDS, "Bob locked *staging* of *web* until ", "It applies to every branch.");

        var list = bot.asks(CAROL, "/semaphore locks");
        assertThat(list.text()).isEqualTo("2 locks: production of web, by Alice; staging of web, by Bob.");
        assertThat(list.drawn())
                .contains("*production* of *web*  ·  Alice since ", ": <!channel> moves")
                .contains("*staging* of *web*  ·  Bob since ", ", until ")
                .contains("[Unlock production of web] [Unlock staging of web]");

        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("🔓 Alice unlocked *production* of *web*.");
        card = bot.becomes(card, "🔓 Alice locked *production* of *web*: <!channel> moves", "This lock has ended.");
        assertThat(card.drawn()).doesNotContain("[Unlock]", "Promotions are blocked");
        assertThat(bot.asks(CAROL, "/semaphore locks").text()).isEqualTo("1 lock: staging of web, by Bob.");
        bot.says(ALICE, "/semaphore unlock production web");
        bot.answer(ALICE, "production of web isn't locked. Nothing was changed.");
    }

    @Test
    @Tag("on-postgresql")
    void somebodyElsesIsTakenOverByAPressOnly() {
        bot.says(ALICE, "/semaphore lock production web because of the moon");
        bot.card("Alice locked");
        bot.says(BOB, "/semaphore lock Production web for 2h because of the sun");
        var offer = bot.answer(BOB, "*production* of *web* is already locked by Alice since ", ": of the moon");
        assertThat(bot.asks(CAROL, "/semaphore locks").text()).contains("by Alice");
        bot.presses(BOB, offer, "Take over lock");
        bot.card("Bob took over the lock on *production* of *web* from Alice until ", ": of the sun");
        toldTo(ALICE, "Bob took over your lock on *production* of *web*.", "You had locked it ", ": of the moon");
        assertThat(bot.asks(CAROL, "/semaphore locks").text()).isEqualTo("1 lock: production of web, by Bob.");
    }

    @Test
    @Tag("on-postgresql")
    void aButtonThatWasForAnEarlierLockTakesAndEndsNoLaterOne() {
        bot.says(ALICE, "/semaphore lock production web");
        var first = bot.card("Alice locked");
        bot.says(BOB, "/semaphore lock production web");
        var offer = bot.answer(BOB, "is already locked by Alice");
        var asked = bot.slack().presses(ALICE, first, "Unlock");
        bot.says(CAROL, "/semaphore lock production web");
        bot.presses(CAROL, bot.answer(CAROL, "is already locked by Alice"), "Take over lock");
        bot.card("Carol took over the lock");
        bot.presses(BOB, offer, "Take over lock");
        bot.answer(BOB, "is already locked by Carol");
        bot.becomes(first, "🔓 Alice locked *production* of *web*", "This lock has ended.");
        asked.confirm();
        bot.answer(ALICE, "That lock has ended.", "is locked by Carol", "Nothing was changed.");
        assertThat(bot.asks(ALICE, "/semaphore locks").text()).isEqualTo("1 lock: production of web, by Carol.");
    }

    @Test
    void somebodyElsesIsEndedOnlyWhenAskedTwiceAndItsHolderIsTold() {
        bot.says(ALICE, BUILDS, "/semaphore lock production web because of rain");
        bot.cardIn(BUILDS, "Alice locked");
        bot.says(BOB, "/semaphore unlock production web");
        var question = bot.answer(
                BOB, "*production* of *web* is locked by Alice since ", "If you unlock it, Alice is notified.");
        assertThat(question.text()).endsWith("Unlock anyway?");
        assertThat(bot.asks(CAROL, "/semaphore locks").text()).contains("by Alice");
        bot.presses(BOB, question, "Unlock anyway");
        bot.card("Bob unlocked *production* of *web*, which Alice had locked.");
        bot.cardIn(BUILDS, "Bob unlocked *production* of *web*, which Alice had locked.");
        toldTo(ALICE, "Bob removed your lock on *production* of *web*.", ": of rain.");
    }

    @Test
    void theListFollowsWhatIsPressedOnIt() {
        bot.says(ALICE, "/semaphore lock production web");
        bot.card("Alice locked *production*");
        bot.says(ALICE, "/semaphore lock staging web");
        bot.card("Alice locked *staging*");
        var list = bot.asks(ALICE, "/semaphore locks");
        bot.presses(ALICE, list, "Unlock staging of web");
        bot.until(
                "the list follows",
                () -> bot.slack().visibleTo(ALICE, DEPLOYS).stream()
                        .anyMatch(each ->
                                each.ephemeral() && each.text().equals("1 lock: production of web, by Alice.")));
        assertThat(bot.asks(BOB, "/semaphore locks").text()).isEqualTo("1 lock: production of web, by Alice.");
    }

    @Test
    @Tag("on-postgresql")
    void itEndsByItselfAndItsHolderIsRemindedBefore() {
        bot.says(ALICE, "/semaphore lock production web for 2h because of rain");
        var card = bot.card("Alice locked");
        bot.passes(Duration.ofMinutes(111));
        toldTo(ALICE, "Your lock on *production* of *web*: of rain ends ", "[Unlock] [Keep for 1 more hour]");
        bot.passes(Duration.ofMinutes(10));
        bot.card("🔓 Alice's lock on *production* of *web* expired after 2 hours.");
        bot.becomes(card, "🔓 Alice locked *production* of *web*: of rain", "This lock has ended.");
        assertThat(bot.asks(ALICE, "/semaphore locks").text()).isEqualTo("Nothing is locked.");
        assertThat(bot.messages(DEPLOYS).stream().filter(each -> each.drawn().contains("expired after")))
                .hasSize(1);
    }

    @Test
    void whatItsHolderSaysAgainChangesIt() {
        bot.says(ALICE, "/semaphore lock production web for 1h because of rain");
        bot.card("Alice locked");
        bot.says(ALICE, "/semaphore lock production web");
        bot.answer(
                ALICE,
                "You already hold the lock on production of web. Nothing was changed. To change its end or reason, lock "
                        + "it again with a new one.",
                "[Unlock production] [Lock Semaphore's web UI too]");
        var before = bot.card("Alice locked");
        bot.says(ALICE, "/semaphore lock production web for 3h");
        bot.card("Alice keeps *production* of *web* locked until ", ": of rain");
        bot.becomes(before, "This lock has ended.");
        bot.passes(Duration.ofMinutes(61));
        bot.untilAllIsDone();
        assertThat(bot.asks(ALICE, "/semaphore locks").text()).isEqualTo("1 lock: production of web, by Alice.");
        bot.passes(Duration.ofHours(2));
        bot.card("Alice's lock on *production* of *web* expired");
    }

    @Test
    void oneWithoutAnEndIsAskedAboutAgainAndAgain() {
        bot.says(ALICE, "/semaphore lock production web");
        bot.card("Alice locked");
        bot.passes(Duration.ofMinutes(241));
        var first =
                toldTo(ALICE, "You've had *production* of *web* locked for 4 hours. Is it still needed?", "[Unlock]");
        bot.passes(Duration.ofHours(25));
        var second = toldTo(ALICE, "locked for a day. Is it still needed?");
        assertThat(second.ts()).isNotEqualTo(first.ts());
        bot.presses(ALICE, second, "Unlock");
        bot.card("Alice unlocked *production* of *web*.");
    }

    @Test
    void aSlipOfTheFingerIsNotLocked() {
        bot.says(ALICE, "/semaphore lock prodution web for 1h");
        var refused = bot.answer(ALICE, "I can't find promotion \"prodution\" of web", "[Lock production]");
        assertThat(refused.drawn()).containsOnlyOnce("Did you mean:");
        assertThat(bot.asks(BOB, "/semaphore locks").text()).isEqualTo("Nothing is locked.");
        bot.presses(ALICE, refused, "Lock prodution anyway");
        bot.card("Alice locked *prodution* of *web* until ", "I haven't seen a promotion of that name in web yet");
        bot.says(ALICE, "/semaphore lock nightly web");
        bot.card("Alice locked *nightly* of *web*", "I haven't seen a promotion of that name in web yet");
        bot.says(ALICE, "/semaphore unlock nigthly web");
        var not = bot.answer(ALICE, "nigthly of web isn't locked.", "[Unlock nightly]");
        bot.presses(ALICE, not, "Unlock nightly");
        bot.card("Alice unlocked *nightly*");
    }

    @Test
    void guestsMayLookOnlyAndWhereIMayNotPostNothingIsLocked() {
        bot.says(GUS, "/semaphore lock production web");
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        bot.says(ALICE, SECRET, "/semaphore lock production web");
        bot.answerIn(ALICE, SECRET, "/invite @Signalman");
        bot.says(ALICE, "/semaphore lock production wbe");
        bot.answer(ALICE, "I can't find project “wbe”", "[web]");
        assertThat(bot.asks(GUS, "/semaphore locks").text()).isEqualTo("Nothing is locked.");
    }
}
