package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static dev.signalman.harness.WorkspaceFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.UserGroup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose votes count, and how long they can be withdrawn. */
@Tag("smoke")
final class VotingTest {
    private static final String ROBOT = "U0ROBOT";

    /** Policies that name people who may never act. */
    private static final Policies TWO = new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
            .with(Approvals.of(2, CAROL, RELEASE, GUS, STRANGER, ROBOT))));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(TWO);
        bot.slack().add(SimulatedPerson.member(ROBOT, "Robot").as(SimulatedPerson.Standing.BOT));
        bot.slack()
                .add(Conversation.open(SHARED, "shared", ALICE, BOB, CAROL, GUS, ROBOT, STRANGER)
                        .shared());
        bot.slack().invite(SHARED);
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private PostedMessage asked(String channel) {
        bot.says(ALICE, channel, "/semaphore promote production web");
        return bot.cardIn(channel, "0 of 2 approvals");
    }

    private void nothingWasPromoted() {
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void ineligibleUserCannotVoteEvenIfPolicyNamesThem() {
        var card = asked(SHARED);
        bot.presses(GUS, card, "Approve");
        bot.answerIn(
                GUS,
                SHARED,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.",
                "Nothing was changed");
        bot.presses(STRANGER, card, "Approve");
        bot.answerIn(STRANGER, SHARED, "You belong to another organization", "Nothing was changed");
        bot.presses(ROBOT, card, "Approve");
        bot.answerIn(ROBOT, SHARED, "Bots can't use Signalman. Ask a person to do it.", "Nothing was changed");
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "1 of 2 approvals", "✅ Carol");
        for (var who : List.of(GUS, ROBOT)) { // people of other organizations do not have the command
            bot.says(who, SHARED, "/semaphore approve 1");
            bot.says(who, SHARED, "/semaphore reject 1");
        }
        bot.untilAllIsDone();
        bot.becomes(card, "1 of 2 approvals", "[Approve]");
        nothingWasPromoted();
    }

    @Test
    @Tag("long")
    @Tag("on-postgresql")
    void manyPressesOfThoseWhoMayNotVoteHoldUpNobodysVote() {
        var card = asked(SHARED);
        for (int n = 0; n < 30; n++) {
            bot.presses(n % 2 == 0 ? GUS : STRANGER, card, "Approve");
        }
        bot.presses(BOB, card, "Approve");
        card = bot.becomes(card, "1 of 2 approvals", "✅ Bob", "[Approve]");
        assertThat(card.drawn()).doesNotContain("Gus");
        nothingWasPromoted();
    }

    @Test
    void voteOfAClosedAccountDoesNotCountAtTheLastVote() {
        var dora = bot.slack().add(SimulatedPerson.member("U0DORA", "Dora"));
        bot.slack().add(new UserGroup(RELEASE, "release", "Release", List.of(ALICE, BOB, dora.id())));
        var card = asked(DEPLOYS);
        bot.presses(dora.id(), card, "Approve");
        bot.becomes(card, "1 of 2 approvals", "✅ Dora");
        bot.slack().add(dora.whenDeactivated());
        bot.presses(CAROL, card, "Approve");
        card = bot.becomes(card, "1 of 2 approvals", "✅ Carol");
        assertThat(card.drawn()).doesNotContain("Dora");
        nothingWasPromoted();
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "is deploying to *production*");
    }

    @Test
    void whoMayApproveMayRejectAfterAllUntilItIsDecided() {
        var card = asked(DEPLOYS);
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2 approvals", "✅ Bob");
        bot.says(BOB, "/semaphore reject 1 because I looked again");
        card = bot.becomes(card, "rejected by", "I looked again");
        assertThat(card.text())
                .isEqualTo(
                        "Bob rejected the promotion of web to production: I looked again." + " Nothing was deployed.");
        assertThat(card.buttons()).isEmpty();
        assertThat(bot.asks(BOB, "/semaphore approve 1").drawn()).contains("#1 was rejected by Bob");
        assertThat(bot.asks(CAROL, "/semaphore approve 1").drawn()).contains("#1 was rejected by Bob");
        nothingWasPromoted();
    }

    @Test
    void onceItIsDecidedNobodyMayTakeTheirVoteBack() {
        var card = asked(DEPLOYS);
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2 approvals");
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "is deploying to *production*");
        assertThat(bot.asks(BOB, "/semaphore reject 1 because I looked again").drawn())
                .contains("#1 is already approved.", "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore withdraw 1").drawn()).contains("#1 is already approved");
        bot.becomes(card, "is deploying to *production*");
    }

    @Test
    void unknownUserCannotVoteUntilSlackTellsWhoTheyAre() {
        var card = asked(DEPLOYS);
        bot.slack().faults().always("users.info", new SlackFault.Http(503));
        bot.passes(Duration.ofMinutes(2)); // cached answers expire
        bot.presses(BOB, card, "Approve");
        bot.answer(BOB, "Slack didn't tell me who you are", "Nothing was changed");
        bot.slack().faults().none();
        bot.becomes(card, "0 of 2 approvals", "[Approve]");
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2 approvals", "✅ Bob");
    }

    @Test
    @Tag("on-postgresql")
    void theLastVoteDoesNotCountWhileSlackDoesNotSayWhetherAnEarlierOneDoes() {
        var card = asked(DEPLOYS);
        bot.presses(BOB, card, "Approve");
        bot.becomes(card, "1 of 2 approvals", "✅ Bob");
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        bot.presses(CAROL, card, "Approve");
        bot.answer(
                CAROL,
                "Yours would be the last approval that #1 needs",
                "Slack didn't confirm that Bob can",
                "Nothing was changed");
        bot.becomes(card, "1 of 2 approvals", "✅ Bob", "[Approve]");
        nothingWasPromoted();
        bot.slack().faults().none();
        bot.presses(CAROL, card, "Approve");
        bot.becomes(card, "is deploying to *production*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }
}
