package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static dev.signalman.harness.WorkspaceFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SlackFault.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Subscriptions that are chosen in a form. */
final class SubscribingByFormTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String listed(String person) {
        return bot.asks(person, "/semaphore subscriptions").drawn();
    }

    private long said() {
        return bot.messages(DEPLOYS).stream().filter(each -> !each.ephemeral()).count();
    }

    @Test
    @Tag("over-a-socket")
    void whatIsChosenIsSubscribedTo() {
        bot.passed("web", "Round invoices");
        bot.semaphore().push("web", "release/2", "Cut", "alice");
        bot.semaphore().push("web", "refs/tags/v1", "Tag", "alice");
        bot.says(ALICE, "/semaphore subscribe");

        var form = bot.form(ALICE);
        assertThat(form.title()).isEqualTo("Subscribe this channel");
        assertThat(form.suggests("Project", "")).containsExactly("api", "web");
        assertThat(form.suggests("Project", "W")).containsExactly("web");
        assertThat(form.suggests("Branch", "")).isEmpty();
        form.choose("Project", "web");
        assertThat(form.suggests("Branch", "")).containsExactly("tag v1", "release/2", "main");
        assertThat(form.suggests("Branch", "release/*")).containsExactly("release/* (a pattern)");
        assertThat(form.suggests("Branch", "ma")).containsExactly("ma (as typed)", "main");
        form.choose("Branch", "main")
                .choose("Results", "broken: first failure after a pass", "fixed: first pass after a failure")
                .fill("Pipeline file", "semaphore.yml")
                .choose("Post later pipelines", "Each as its own message")
                .choose("When one fails", "Don't mention anyone");
        assertThat(form.submit()).isEmpty();

        bot.card(
                "Alice subscribed this channel to *web* on `main`",
                "only broken, fixed",
                "semaphore.yml",
                "each as its own message",
                "no mentions");
        assertThat(listed(BOB)).contains("*web* on `main`: only broken, fixed; only the pipeline file semaphore.yml");
    }

    @Test
    void whatWasSaidAlreadyIsChosenAlreadyAndTheRestIsAsUsual() {
        bot.says(ALICE, "/semaphore subscribe result=failed mode=live");
        bot.form(ALICE).choose("Project", "api").submit();

        bot.card("Alice subscribed this channel to *api*", "only failed; live from the start; later pipelines");
    }

    @Test
    void aTagIsMeantByWhatItIsCalled() {
        bot.semaphore().push("web", "refs/tags/v1", "Tag", "alice");
        bot.says(ALICE, "/semaphore subscribe");
        bot.form(ALICE).choose("Project", "web").choose("Branch", "tag v1").submit();

        bot.card("Alice subscribed this channel to *web* on `refs/tags/v1`");
    }

    @Test
    void addOpensItAndTheListForOnesOwnEyesFollows() {
        bot.says(BOB, "/semaphore subscribe api");
        bot.card("Bob subscribed");
        var list = bot.asks(ALICE, "/semaphore subscriptions");
        bot.presses(ALICE, list, "Add");
        var form = bot.form(ALICE);
        assertThat(bot.slack().now(list).drawn()).contains("[Remove api] [Add]");

        form.choose("Project", "web").submit();

        bot.card("Alice subscribed this channel to *web*");
        var now = bot.answer(ALICE, "[Remove api] [Remove web] [Add]");
        assertThat(now.ts()).isEqualTo(list.ts());
    }

    @Test
    @Tag("over-a-socket")
    void whatIsNoPatternIsSaidInTheForm() {
        bot.says(ALICE, "/semaphore subscribe");
        var form = bot.form(ALICE).choose("Project", "web");
        assertThat(form.suggests("Branch", "/(/")).containsExactly("/(/ (a regular expression)");
        form.choose("Branch", "/(/ (a regular expression)");

        assertThat(form.submit().keySet()).isEqualTo(Set.of("Branch"));
        assertThat(form.isOpen()).isTrue();
        form.suggests("Branch", "/^v/");
        assertThat(form.choose("Branch", "/^v/ (a regular expression)").submit())
                .isEmpty();
        bot.card("Alice subscribed this channel to *web* on `/^v/`");
    }

    @Test
    @Tag("over-a-socket")
    void submittedTwiceItIsOne() {
        bot.says(ALICE, "/semaphore subscribe");
        bot.form(ALICE).suggests("Project", "web");
        var delivery = bot.slack().submits(ALICE, bot.slack().modal(ALICE).orElseThrow(), Map.of("Project", "web"));
        bot.card("Alice subscribed this channel to *web*");
        bot.slack().redelivers(delivery);
        bot.untilAllIsDone();

        assertThat(said()).isOne();
        assertThat(bot.messages(DEPLOYS)).noneMatch(PostedMessage::ephemeral);
    }

    @Test
    void aTriggerThatExpiredIsToldAndAnotherTryWorks() {
        bot.slack().faults().next("views.open", new Refused("expired_trigger_id"));
        bot.says(ALICE, "/semaphore subscribe");
        bot.answer(ALICE, "The form didn't open in time. Nothing was changed. Try again.", "Try again.");

        bot.says(ALICE, "/semaphore subscribe");
        assertThat(bot.form(ALICE).isOpen()).isTrue();
    }

    @Test
    void whoMayNotIsToldSoInsteadOfAsked() {
        bot.says(GUS, "/semaphore subscribe");
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        assertThat(bot.slack().modal(GUS)).isEmpty();

        bot.says(ALICE, SECRET, "/semaphore subscribe");
        bot.answerIn(ALICE, SECRET, "/invite @Signalman");
        assertThat(bot.slack().modal(ALICE)).isEmpty();
    }

    @Test
    void inASharedChannelPeopleOfHereSubscribeAndOthersDoNot() {
        bot.slack().writes(STRANGER, SHARED, "@signalman subscribe");
        bot.answerIn(STRANGER, SHARED, "You belong to another organization");
        bot.slack().writes(ALICE, SHARED, "@signalman subscribe");
        var asked = bot.answerIn(ALICE, SHARED, "Which project's builds should I post here?", "[More options…]");
        bot.presses(ALICE, asked, "More options…");
        bot.form(ALICE).choose("Project", "web").submit();

        bot.cardIn(SHARED, "Alice subscribed this channel to *web*");
    }

    @Test
    void whileSemaphoreIsAwayWhatIsTypedIsOfferedAndJudgedLater() {
        bot.semaphore().fault(SemaphoreFault.everywhere().internalError());
        bot.says(ALICE, "/semaphore subscribe");
        var form = bot.form(ALICE);
        assertThat(form.suggests("Project", "")).isEmpty();
        var typed = "wbe (as typed: Semaphore didn't answer)";
        assertThat(form.suggests("Project", "wbe")).containsExactly(typed);
        form.choose("Project", typed);
        assertThat(form.submit()).isEmpty();
        bot.answer(ALICE, "Semaphore has a problem");

        bot.semaphore().heal();
        bot.says(ALICE, "/semaphore subscribe wbe");
        bot.answer(ALICE, "I can't find project “wbe”", "[web]");
        assertThat(said()).isZero();
    }

    @Test
    void aSlowSemaphoreHoldsNobodyUp() {
        var semaphoreCallLatch = new SemaphoreCallLatch();
        bot.semaphore().fault(SemaphoreFault.on("GET", "/projects").always().waitsFor(semaphoreCallLatch));
        bot.says(ALICE, "/semaphore subscribe");
        var form = bot.form(ALICE);

        assertThat(form.suggests("Project", "web")).containsExactly("web (as typed: Semaphore didn't answer)");
        semaphoreCallLatch.open();
        bot.until("it is known", () -> form.suggests("Project", "web").equals(List.of("web")));
        assertThat(bot.slack().errors()).isEmpty();
    }
}
