package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static dev.signalman.harness.WorkspaceFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Commands by mention, in a channel or a thread. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("over-a-socket")
final class MentioningTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    /** A passed pipeline's card in the channel. */
    private PostedMessage cardOf(String message) {
        var pipeline = bot.passed("web", message);
        var all = bot.semaphore().pipelines("web");
        bot.says(ALICE, "/semaphore rerun " + pipeline);
        bot.until("the rerun", () -> bot.semaphore().pipelines("web").size() > all.size());
        var rerun = bot.semaphore().pipelines("web");
        bot.semaphore().finish(rerun.get(rerun.size() - 1));
        var card = bot.card("Rerun by Alice", message, "[Promote to staging]");
        bot.untilAllIsDone(); // then the bot has recorded the card's message
        return card;
    }

    @Test
    void aQuestionInTheChannelIsAnsweredToTheAskerAlone() {
        bot.passed("web", "Sweep the yard");
        bot.writes(ALICE, "@signalman status web");
        var answer = bot.answer(ALICE, "Sweep the yard", "[Promote to staging]");
        assertThat(answer.ephemeralFor()).isEqualTo(ALICE);
        assertThat(answer.threadTs()).isNull();
    }

    @Test
    void anActInTheChannelIsSaidThereWithTheNameOfWhoAsked() {
        var pipeline = bot.passed("web", "Grease the axle");
        bot.writes(BOB, "please note: @signalman rerun " + pipeline);
        bot.answer(BOB, "Unknown command", "please");
        bot.writes(BOB, "rerun " + pipeline + " @signalman");
        bot.card("Rerun by Bob", "Grease the axle");
    }

    @Test
    void inACardsThreadASubjectLeftOutIsThatCardsPipeline() {
        var older = cardOf("Paint the fence");
        bot.passed("web", "Something newer");
        bot.replies(BOB, older, "@signalman promote production");
        var promoted = bot.card("Promoted to production by Bob", "Paint the fence");
        assertThat(promoted.threadTs()).isEqualTo(older.ts());
        bot.becomes(older, "production");
    }

    @Test
    void whatIsAskedInAThreadIsAnsweredThere() {
        var card = cardOf("Mend the roof");
        bot.replies(ALICE, card, "@signalman status");
        var answer = bot.answer(ALICE, "Mend the roof", "[Rerun]");
        assertThat(answer.threadTs()).isEqualTo(card.ts());
        bot.replies(BOB, card, "@signalman rerun");
        assertThat(bot.card("Rerun by Bob", "Mend the roof").threadTs()).isEqualTo(card.ts());
        bot.replies(BOB, card, "@signalman dance");
        assertThat(bot.answer(BOB, "Unknown command", "dance").threadTs()).isEqualTo(card.ts());
    }

    @Test
    void inAThreadThatNoCardBeganTheOneCardInItIsMeantAndOfSeveralNone() {
        bot.writes(ALICE, "Shall we build the bridge again?");
        var talk = bot.card("Shall we build the bridge again?");
        var bridge = bot.passed("web", "Build the bridge");
        bot.replies(ALICE, talk, "@signalman rerun " + bridge);
        assertThat(bot.card("Rerun by Alice", "Build the bridge").threadTs()).isEqualTo(talk.ts());
        bot.replies(BOB, talk, "@signalman stop");
        bot.card("Stopped by Bob", "Build the bridge");
        bot.replies(ALICE, talk, "@signalman rerun");
        bot.until(
                "a second card",
                () -> bot.messages(DEPLOYS).stream()
                                .filter(each -> talk.ts().equals(each.threadTs())
                                        && each.drawn().contains("Build the bridge"))
                                .count()
                        == 2);
        bot.replies(BOB, talk, "@signalman stop");
        var which = bot.answer(BOB, "Which one? 2 pipelines have cards in this thread.");
        assertThat(which.buttons()).hasSize(2).first().asString().endsWith(", not done yet");
        bot.presses(BOB, which, which.buttons().get(0));
        bot.until(
                "both were stopped",
                () -> bot.messages(DEPLOYS).stream()
                                .filter(each -> each.drawn().contains("Stopped by Bob"))
                                .count()
                        == 2);
    }

    @Test
    void whatIsPressedInAThreadIsAnsweredThere() {
        var older = cardOf("Oil the gate");
        bot.replies(BOB, older, "@signalman promote production");
        var promoted = bot.card("Promoted to production by Bob", "Oil the gate");
        assertThat(promoted.threadTs()).isEqualTo(older.ts());
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().failJob(all.get(all.size() - 1), "Deploy", "rollout", 1, "no room\n");
        var answer = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, bot.becomes(promoted, "[Logs]"), "Logs"));
        assertThat(answer.threadTs()).isEqualTo(older.ts());
    }

    @Test
    void aReplyThatIsShownInTheChannelTooIsAnsweredInItsThread() {
        var card = cardOf("Fell the tree");
        bot.slack().broadcasts(ALICE, card, "@signalman status");
        assertThat(bot.answer(ALICE, "Fell the tree", "[Rerun]").threadTs()).isEqualTo(card.ts());
    }

    @Test
    void aTypoMayBeCorrectedInTheMessageItself() {
        bot.passed("web", "Mind the gap");
        bot.writes(ALICE, "@signalman: statsu web");
        bot.answer(ALICE, "Unknown command", "statsu");
        bot.slack().edits(ALICE, bot.card("statsu web"), "@signalman: status web");
        bot.answer(ALICE, "Mind the gap", "[Rerun]");
    }

    @Test
    void whatIsWrittenToTheBotDirectlyIsAnsweredThere() {
        var pipeline = bot.passed("web", "Between us");
        var direct = bot.slack().direct(BOB).id();
        bot.slack().writes(BOB, direct, "hi, `status web`");
        bot.answerIn(BOB, direct, "Between us", "[Rerun]");
        bot.slack().writes(BOB, direct, "rerun " + pipeline);
        bot.told(BOB, "Rerun by Bob", "Between us");
        bot.slack().writes(BOB, direct, "statsu web");
        bot.answerIn(BOB, direct, "Unknown command", "statsu");
        bot.slack().edits(BOB, bot.told(BOB, "statsu web"), "status web");
        bot.answerIn(BOB, direct, "Between us", "[Stop]");
    }

    @Test
    void nothingButTheNameAsksForHelp() {
        bot.writes(ALICE, "@signalman");
        bot.answer(ALICE, "/semaphore promote production web");
    }

    @Test
    void aRetryOfSlacksIsTakenOnce() {
        var pipeline = bot.passed("web", "Count the sheep");
        var before = bot.semaphore().workflows("web").size();
        var sent = bot.slack()
                .writes(ALICE, DEPLOYS, "@signalman rerun " + pipeline)
                .orElseThrow();
        assertThat(bot.slack().redelivers(sent).status()).isIn(200, 401);
        bot.card("Rerun by Alice", "Count the sheep");
        assertThat(bot.semaphore().workflows("web")).hasSize(before + 1);
    }

    @Test
    void aGuestMayAskButNotAct() {
        var pipeline = bot.passed("web", "Feed the geese");
        bot.writes(GUS, "@signalman status " + pipeline);
        bot.answer(GUS, "Feed the geese");
        var before = bot.semaphore().workflows("web").size();
        bot.writes(GUS, "@signalman rerun " + pipeline);
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        assertThat(bot.semaphore().workflows("web")).hasSize(before);
    }

    @Test
    void somebodyOfAnotherOrganizationMayNotEvenAsk() {
        bot.slack().writes(STRANGER, SHARED, "@signalman status web");
        bot.answerIn(STRANGER, SHARED, "You belong to another organization");
        assertThat(bot.slack().visibleTo(STRANGER, SHARED))
                .noneMatch(each -> each.drawn().contains("passed"));
    }
}
