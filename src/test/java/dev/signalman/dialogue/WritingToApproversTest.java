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
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.UserGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How approvers are notified: by direct message, by mention, or not. */
final class WritingToApproversTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** The group as a card mentions it; its plain name is in bold. */
    private static final String MENTIONED = "@" + RELEASE;

    private Dialogue bot;

    @BeforeEach
    void start() throws IOException {
        bot = started(Notify.DM, false);
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private static Dialogue started(Notify told, boolean self) throws IOException {
        var approvals = new Approvals(2, List.of(RELEASE), null, told, self, Approvals.USUAL_LIFE, List.of(HOUR));
        var bot = Dialogue.start(new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(approvals))));
        bot.passed("web", "Round invoices");
        return bot;
    }

    private void startAnew(Notify told, boolean self) throws IOException {
        bot.close();
        bot = started(told, self);
    }

    private void joinsRelease(String... others) {
        var all = new ArrayList<>(List.of(ALICE, BOB, CAROL));
        all.addAll(List.of(others));
        bot.slack().add(new UserGroup(RELEASE, "release", "Release", all));
    }

    private PostedMessage becomes(PostedMessage message, String... words) {
        bot.until(
                "a message becomes " + List.of(words),
                () -> List.of(words).stream().allMatch(bot.slack().now(message).drawn()::contains));
        return bot.slack().now(message);
    }

    private List<PostedMessage> direct(String person) {
        return bot.messages(bot.slack().direct(person).id());
    }

    private List<PostedMessage> direct(String person, String words) {
        return direct(person).stream()
                .filter(each -> !each.ephemeral() && each.drawn().contains(words))
                .toList();
    }

    private void untilNoButtonIsLeft() {
        bot.until(
                "nothing about it can be pressed",
                () -> List.of(
                                DEPLOYS,
                                bot.slack().direct(BOB).id(),
                                bot.slack().direct(CAROL).id())
                        .stream()
                        .flatMap(channel -> bot.messages(channel).stream())
                        .filter(each -> !each.ephemeral() && each.drawn().contains("*#1*"))
                        .allMatch(each -> each.buttons().isEmpty()));
    }

    @Test
    void eachOfThemIsWrittenToAndAllThatIsShownAgreesAfterEachVote() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(ALICE, "#1 is waiting for approval", "I messaged 2 people who can approve it.");
        var card = bot.card("requests approval to promote *web* to *production*", "0 of 2 approvals");
        assertThat(card.drawn()).contains("needs 2 from *release*").doesNotContain(MENTIONED);
        var bobs = bot.told(
                BOB, "requests approval to promote *web* to *production*", "Round invoices", "0 of 2 approvals");
        var carols = bot.told(CAROL, "requests approval to promote *web* to *production*", "0 of 2 approvals");
        assertThat(bobs.buttons()).containsExactly("Approve", "Reject");
        assertThat(bobs.text()).contains("Alice requests approval to promote web", "0 of 2 approvals");
        assertThat(direct(ALICE)).isEmpty();
        bot.slack().opensHome(CAROL);

        bot.presses(BOB, bobs, "Approve");
        for (var shown : List.of(card, carols, bobs)) {
            assertThat(becomes(shown, "1 of 2 approvals", "✅ Bob").buttons()).contains("Approve");
        }
        bot.until(
                "Carol's home agrees",
                () -> bot.slack()
                        .home(CAROL)
                        .filter(view -> view.drawn().contains("approved by Bob")
                                && view.drawn().contains("1 of 2 approvals"))
                        .isPresent());

        bot.presses(CAROL, carols, "Approve");
        for (var shown : List.of(card, carols, bobs)) {
            assertThat(becomes(shown, "is deploying to *production*").buttons()).isEmpty();
        }
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().finish(all.get(all.size() - 1));
        for (var shown : List.of(card, carols, bobs)) {
            becomes(shown, "*web* is on *production*, deployed in");
        }
        bot.until(
                "Carol's home agrees",
                () -> !bot.slack().home(CAROL).orElseThrow().drawn().contains("Waiting for you"));
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        assertThat(direct(BOB)).hasSize(1);
    }

    @Test
    void whoAskedIsWrittenToOnlyWhereTheirWordCounts() throws IOException {
        startAnew(Notify.DM, true);
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(ALICE, "I messaged 3 people");
        bot.told(ALICE, "0 of 2 approvals");
    }

    @Test
    void onlyFullMembersAreWrittenTo() {
        bot.slack().add(SimulatedPerson.member("U0DAN", "Dan").whenDeactivated());
        joinsRelease("U0DAN", GUS);
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(ALICE, "I messaged 2 people");
        bot.told(CAROL, "0 of 2 approvals");
        assertThat(direct(GUS)).isEmpty();
    }

    @Test
    void whoeverSlackDoesNotLetMeWriteToHoldsUpNobodyAndIsNotTriedAgain() {
        var dan = bot.slack().add(SimulatedPerson.member("U0DAN", "Dan"));
        joinsRelease("U0DAN");
        bot.asks("U0DAN", "/semaphore why production web"); // so Dan is cached as a member for a minute
        bot.slack().add(dan.whenDeactivated());
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(ALICE, "I messaged 3 people");
        var card = bot.card("0 of 2 approvals");
        var bobs = bot.told(BOB, "0 of 2 approvals");
        bot.presses(BOB, bobs, "Approve");
        becomes(card, "1 of 2 approvals");
        bot.slack().add(dan);
        bot.presses(CAROL, bot.told(CAROL, "1 of 2 approvals"), "Approve");
        becomes(card, "is deploying to *production*");
        becomes(bobs, "is deploying to *production*");
        bot.untilAllIsDone();
        assertThat(direct("U0DAN")).isEmpty();
        assertThat(bot.slack().visibleTo(ALICE, DEPLOYS).stream()
                        .filter(each -> each.ephemeral() && each.drawn().contains("requests approval to promote")))
                .isEmpty();
    }

    @Test
    void ofSoManyNobodyIsWrittenToAndThatIsSaid() {
        var many = new String[19];
        for (int n = 0; n < many.length; n++) {
            many[n] = bot.slack()
                    .add(SimulatedPerson.member("U0M" + n, "Member " + n))
                    .id();
        }
        joinsRelease(many);
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(
                ALICE,
                "21 people can approve it, and I message at most 20 directly, so the approvers are mentioned "
                        + "on the card instead.");
        var card = bot.card("0 of 2 approvals", MENTIONED);
        assertThat(direct(BOB)).isEmpty();
        bot.presses(BOB, card, "Approve");
        becomes(card, "1 of 2 approvals", MENTIONED);
        bot.passes(HOUR);
        bot.card("*#1* is still waiting for approval.", MENTIONED);
        assertThat(direct(CAROL)).isEmpty();
    }

    @Test
    void whileSlackDoesNotTellWhoIsInTheGroupItIsMentioned() {
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(
                ALICE,
                "Slack didn't return the members of the approver groups, so the approvers are mentioned on "
                        + "the card instead.");
        bot.card("0 of 2 approvals", MENTIONED);
        bot.slack().faults().none();
        bot.passes(HOUR);
        bot.told(BOB, "*#1* is still waiting for approval.", "0 of 2 approvals");
    }

    @Test
    void remindersGoTheSameWayToThoseWhoHaveNotAgreedYet() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals");
        bot.presses(BOB, bot.told(BOB, "0 of 2 approvals"), "Approve");
        becomes(card, "1 of 2 approvals");
        bot.passes(HOUR);
        var reminder = bot.told(CAROL, "*#1* is still waiting for approval.", "1 of 2 approvals", "✅ Bob");
        assertThat(reminder.buttons()).contains("Approve");
        assertThat(direct(BOB, "is still waiting for approval")).isEmpty();
        assertThat(bot.shown(DEPLOYS, "is still waiting for approval")).isEmpty();
        bot.presses(CAROL, reminder, "Approve");
        assertThat(becomes(reminder, "is deploying to *production*").buttons()).isEmpty();
        untilNoButtonIsLeft();
    }

    @Test
    void aReminderInTheChannelKeepsInStepAndLosesItsButtonsAtTheEnd() throws IOException {
        startAnew(Notify.MENTION, false);
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 2 approvals", MENTIONED);
        assertThat(direct(BOB)).isEmpty();
        bot.passes(HOUR);
        var reminder = bot.card("*#1* is still waiting for approval.", "0 of 2 approvals", MENTIONED);
        bot.presses(BOB, reminder, "Approve");
        becomes(reminder, "*#1* is still waiting for approval.", "1 of 2 approvals", "✅ Bob");
        bot.says(CAROL, "/semaphore reject 1 because of rain");
        var ended = becomes(reminder, "rejected by", "*web* was not promoted to *production*");
        assertThat(ended.text())
                .isEqualTo("Carol rejected the promotion of web to production: of rain. Nothing was deployed.");
        untilNoButtonIsLeft();
        assertThat(bot.shown(DEPLOYS, "*#1*")).hasSize(2);
    }

    @Test
    void noneMeansThatNobodyIsMentionedOrWrittenTo() throws IOException {
        startAnew(Notify.NONE, false);
        bot.says(ALICE, "/semaphore promote production web");
        assertThat(bot.answer(ALICE, "#1 is waiting").text()).isEqualTo("#1 is waiting for approval here.");
        assertThat(bot.card("0 of 2 approvals").drawn()).contains("*release*").doesNotContain(MENTIONED);
        bot.passes(HOUR);
        assertThat(bot.card("*#1* is still waiting for approval.").drawn())
                .contains("*release*")
                .doesNotContain(MENTIONED);
        assertThat(direct(BOB)).isEmpty();
    }
}
