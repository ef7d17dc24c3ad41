package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who names no project, promotion or lock is asked with buttons. */
final class ChoosingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private PostedMessage next(PostedMessage asked, String button) {
        return bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, asked, button));
    }

    @Test
    void promoteAloneLeadsByButtonsToADeploy() {
        var projects = bot.asks(ALICE, "/semaphore promote");
        assertThat(projects.drawn()).contains("Which project?").doesNotContain("Try /semaphore");
        assertThat(projects.buttons()).contains("web", "api");

        var promotions = next(projects, "web");
        assertThat(promotions.drawn()).contains("Promote web to which promotion?");
        assertThat(promotions.buttons()).containsExactly("staging", "production");
        assertThat(bot.semaphore().promotions("web")).isEmpty();

        bot.presses(ALICE, promotions, "production");
        bot.card("Promoted to production by Alice", "Round invoices");
    }

    @Test
    void theChannelsOwnProjectIsNotAskedFor() {
        bot.says(ALICE, "/semaphore use web");
        bot.card("Alice set this channel's default project");
        assertThat(bot.asks(ALICE, "/semaphore promote").buttons()).containsExactly("staging", "production");
    }

    @Test
    void aProjectInThePlaceOfAPromotionIsAskedAbout() {
        var asked = bot.asks(ALICE, "/semaphore promote Web");
        assertThat(asked.drawn()).contains("web is a project. Which promotion of it?");
        assertThat(asked.buttons()).containsExactly("staging", "production");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"why, would be allowed now", "history, I found no deploys to production of web"})
    void aQuestionAboutAPromotionIsAnsweredOnceOneIsChosen(String verb, String answer) {
        var promotions = next(bot.asks(ALICE, "/semaphore " + verb), "web");
        assertThat(promotions.buttons()).containsExactly("staging", "production");
        var answered = next(promotions, "production");
        assertThat(answered.drawn() + answered.text()).contains(answer);
    }

    @Test
    void lockAndUnlockAloneOfferWhatThereIs() {
        var promotions = next(bot.asks(ALICE, "/semaphore lock"), "web");
        next(promotions, "staging"); // loses its buttons
        bot.card("Alice locked");

        var locks = bot.asks(ALICE, "/semaphore unlock");
        assertThat(locks.buttons()).containsExactly("Unlock staging of web");
        bot.presses(ALICE, locks, "Unlock staging of web");
        bot.card("Alice unlocked");
    }

    @Test
    void useAloneOffersTheProjects() {
        bot.presses(ALICE, bot.asks(ALICE, "/semaphore use"), "web");
        bot.card("Alice set this channel's default project: *web*");
    }

    @Test
    void aMentionThatNamesNoProjectSubscribesByAButton() {
        bot.writes(ALICE, "@signalman subscribe result=failed");
        bot.presses(ALICE, bot.answer(ALICE, "Which project's builds should I post here?"), "web");
        bot.card("Alice subscribed this channel to *web*", "only failed");
    }

    @Test
    void unsubscribeAloneOffersTheSubscriptions() {
        bot.subscribes(ALICE, DEPLOYS, "web");
        assertThat(bot.asks(BOB, "/semaphore unsubscribe").buttons()).anyMatch(label -> label.startsWith("Remove"));
    }

    @Test
    void aThreadsOwnPipelineIsPromoted() {
        bot.says(ALICE, "/semaphore promote staging web");
        var card = bot.card("Round invoices", "*staging*: deploying");
        bot.passed("web", "Sort invoices");
        bot.replies(ALICE, card, "@signalman promote");
        var asked = bot.answer(ALICE, "Promote web to which promotion?");
        bot.presses(ALICE, asked, "production");
        bot.card("Promoted to production by Alice", "Round invoices");
    }

    @Test
    void manyProjectsAreNotAllButtons() {
        for (int n = 0; n < 9; n++) {
            bot.semaphore().addProject("p" + n);
        }
        bot.passes(Duration.ofMinutes(1));
        var asked = bot.asks(ALICE, "/semaphore status");
        assertThat(asked.buttons()).hasSize(6).endsWith("All projects");
    }
}
