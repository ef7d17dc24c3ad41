package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.OpenView;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.UserGroup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Oscar's promotion stays open until two others have cleared it. */
final class ClearingGlassTest {
    private static final String OSCAR = "U0OSCAR";
    private static final String DAN = "U0DAN";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(2, RELEASE))
                .broken(OSCAR))));
        bot.slack().add(SimulatedPerson.member(OSCAR, "Oscar"));
        bot.slack().add(SimulatedPerson.member(DAN, "Dan"));
        bot.slack().add(new UserGroup(RELEASE, "release", "Release", List.of(ALICE, BOB, CAROL, OSCAR)));
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private PostedMessage broken() {
        bot.says(OSCAR, "/semaphore promote production web break-glass because the shop is down");
        return bot.card("🚨 *#1*", "Needs 2 reviews");
    }

    private long recalled() {
        return bot.shown(DEPLOYS, "still needs a review").size();
    }

    @Test
    void twoOthersCloseItByButtonAndByLine() {
        var review = broken();
        bot.presses(BOB, review, "Mark reviewed");
        review = bot.becomes(review, "Needs 1 more review", "✅ Reviewed by Bob");
        bot.says(CAROL, "/semaphore review 1 because I read the diff");
        bot.answer(CAROL, "You reviewed #1.");
        review = bot.becomes(review, "✅ *#1*", "Reviewed by Bob and Carol");
        assertThat(review.buttons()).isEmpty();
        assertThat(review.text())
                .startsWith("Oscar broke glass on #1 to promote web, commit ")
                .endsWith(", to production: the shop is down. Reviewed by Bob and Carol.");
        assertThat(bot.asks(ALICE, "/semaphore review 1").drawn())
                .contains("#1 was already reviewed by Bob and Carol", "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore audit").drawn())
                .contains("Bob  `review 1`  clearance: Reviewed the break-glass promotion of Oscar, #1")
                .contains("Carol  `review 1 because I read the diff`  clearance: Reviewed the break-glass promotion of "
                        + "Oscar, #1 (last one ne");
    }

    @Test
    void whoBrokeItWhoAskedForItAndWhoIsNotNamedClearNothing() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        bot.says(OSCAR, "/semaphore break-glass 1 because the shop is down");
        var review = bot.card("🚨 *#1*", "Needs 2 reviews");
        bot.presses(OSCAR, review, "Mark reviewed");
        bot.answer(OSCAR, "You can't review #1: you broke glass on it yourself. Ask release.", "Nothing was changed");
        bot.presses(ALICE, review, "Mark reviewed");
        bot.answer(ALICE, "You can't review #1: you requested it yourself. Ask release.", "Nothing was changed");
        bot.presses(DAN, review, "Mark reviewed");
        bot.answer(DAN, "Only release can review #1. Ask one of them.", "Nothing was changed");
        bot.presses(GUS, review, "Mark reviewed");
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        bot.presses(BOB, review, "Mark reviewed");
        bot.answer(BOB, "Slack didn't confirm that you can review #1", "Nothing was changed");
        bot.slack().faults().none();
        assertThat(bot.slack().now(review)).isEqualTo(review);
    }

    @Test
    void onesOwnWordCountsOnce() {
        var review = broken();
        bot.presses(BOB, review, "Mark reviewed");
        review = bot.becomes(review, "Needs 1 more review");
        bot.presses(BOB, review, "Mark reviewed");
        bot.answer(BOB, "You already reviewed #1. One more review is needed.");
        assertThat(bot.slack().now(review).drawn()).contains("Needs 1 more review");
    }

    @Test
    void whatWasNotBrokenCannotBeCleared() {
        assertThat(bot.asks(BOB, "/semaphore review 7").drawn())
                .contains("#7", "/semaphore approvals", "Nothing was changed");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals");
        assertThat(bot.asks(BOB, "/semaphore clear 1").drawn()).contains("#1");
    }

    @Test
    void itStandsAmongTheApprovalsWhileItIsOpen() {
        broken();
        assertThat(bot.asks(ALICE, "/semaphore approvals").drawn())
                .contains(
                        "1 break-glass promotion to review",
                        "promoted by Oscar (break-glass), reviewed by nobody yet",
                        "[Review #1]");
        bot.says(BOB, "/semaphore clear 1");
        bot.answer(BOB, "You reviewed #1. One more review is needed.");
        assertThat(bot.asks(ALICE, "/semaphore approvals").drawn()).contains("reviewed by Bob");
        bot.says(CAROL, "/semaphore clear 1");
        bot.answer(CAROL, "You reviewed #1.");
        assertThat(bot.asks(ALICE, "/semaphore approvals").drawn()).contains("No approvals are pending.");
    }

    @Test
    void itStandsOnTheHomeTabOfThoseWhoMayClearItAndOfWhoBrokeIt() {
        broken();
        bot.slack().opensHome(BOB);
        home(BOB, "Break-glass promotions to review");
        bot.slack().opensHome(OSCAR);
        assertThat(home(OSCAR, "promoted by Oscar (break-glass), reviewed by nobody yet")
                        .buttons())
                .doesNotContain("Mark reviewed");
        bot.slack().opensHome(DAN);
        assertThat(home(DAN, "What you can do").drawn()).doesNotContain("Break-glass promotions to review");
        bot.slack().presses(BOB, home(BOB, "reviewed by nobody yet"), "Mark reviewed");
        assertThat(home(BOB, "reviewed by Bob").buttons()).doesNotContain("Mark reviewed");
        bot.card("🚨 *#1*", "Needs 1 more review");
    }

    private OpenView home(String person, String words) {
        bot.until(
                "the home tab says " + words,
                () -> bot.slack()
                        .home(person)
                        .filter(view -> view.drawn().contains(words))
                        .isPresent());
        return bot.slack().home(person).orElseThrow();
    }

    @Test
    void itIsRecalledEachDayUntilItIsCleared() {
        broken();
        assertThat(recalled()).isZero();
        bot.passes(Duration.ofHours(23));
        bot.untilAllIsDone();
        assertThat(recalled()).isZero();

        bot.passes(Duration.ofHours(2));
        bot.until("it is recalled", () -> recalled() == 1);
        var recall = bot.card("*#1* still needs a review", "Needs 2 reviews* from @" + RELEASE);
        bot.presses(BOB, recall, "Mark reviewed");
        bot.until(
                "Bob's word counts",
                () -> bot.shown(DEPLOYS, "Needs 1 more review").size() == 1);

        bot.passes(Duration.ofHours(25));
        bot.until("it is recalled again", () -> recalled() == 2);
        bot.says(CAROL, "/semaphore clear 1");
        bot.answer(CAROL, "You reviewed #1.");
        bot.passes(Duration.ofHours(25));
        bot.untilAllIsDone();
        assertThat(recalled()).isEqualTo(2);
    }

    @Test
    void internalCommandsCannotBeSaidByMention() {
        broken();
        assertThat(bot.asks(BOB, "/semaphore recall 1").drawn()).contains("Unknown command");
        assertThat(recalled()).isZero();
    }
}
