package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.TokenChoice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four-eyes rule: who wrote or pushed what ships may not approve it. */
final class VotingOnOnesOwnTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        var rule = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE).notByAuthor());
        var own = Policy.of("staging", List.of("web"), List.of(), null).as(TokenChoice.PERSON);
        bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .promotions(new Policies(List.of(rule, own)))
                .keyed()
                .configuration());
        bot.subscribes(ALICE, BUILDS, "web");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void passed(String login) {
        var title = "Round invoices for " + login;
        var pipeline = bot.semaphore().push("web", "main", title, login).pipelineId();
        bot.semaphore().finish(pipeline);
        bot.cardIn(BUILDS, title);
        bot.untilAllIsDone();
    }

    @Test
    @Tag("on-postgresql")
    void whoPushedWhatShipsDoesNotCountAndTheCardAndWhySaySo() {
        bot.isNotifiedOf("web");
        passed("bob");
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 1 approval", "but not Bob, who wrote or pushed a change in it");
        bot.answer(ALICE, "#1 is waiting for approval");
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                .contains("except Alice, who requested it, and Bob, who wrote or pushed a change in it");
        assertThat(bot.asks(BOB, "/semaphore approve 1").drawn())
                .contains("You can't vote on #1: you wrote or pushed a change in it (not_by: author). Ask release");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
        bot.presses(CAROL, card, "Approve");
        bot.card("Promoted to production by Alice");
    }

    @Test
    void whereNobodyCanTellWhoPushedNobodysVoteCounts() {
        passed("mallory");
        assertThat(bot.asks(ALICE, "/semaphore promote production web").drawn())
                .contains(
                        "I can't match these to a Slack account: mallory",
                        "The author of a change can't approve it (not_by: author), so I need to know who that is. "
                                + "Turn on Semaphore's notifications to Signalman for this project, and use the same e-mail "
                                + "address in Slack and in Git.",
                        "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore approvals").drawn()).contains("No approvals are pending");
    }

    /** Carol's Semaphore account is the one that pushes as bob, whose address is Bob's. */
    private void carolHasActedAsBob() {
        passed("alice");
        TokenLinking.links(bot, CAROL, "bob");
        bot.says(CAROL, "/semaphore promote staging web");
        bot.card("Promoted to staging by Carol with their own token");
        bot.untilAllIsDone();
    }

    @Test
    void whoLinkedTheAccountThatPushedDoesNotCountThoughTheAddressIsAnothersInSlack() {
        bot.isNotifiedOf("web");
        carolHasActedAsBob();
        passed("bob");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 1 approval", "but not Bob or Carol, who wrote or pushed a change in it");
        assertThat(bot.asks(CAROL, "/semaphore approve 1").drawn())
                .contains("You can't vote on #1: you wrote or pushed a change in it");
        assertThat(bot.asks(BOB, "/semaphore approve 1").drawn())
                .contains("You can't vote on #1: you wrote or pushed a change in it");
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }

    @Test
    void aLinkAloneTellsNobodyWhoPushed() {
        carolHasActedAsBob();
        passed("bob");
        assertThat(bot.asks(ALICE, "/semaphore promote production web").drawn())
                .contains("I can't match these to a Slack account: bob", "Nothing was changed");
    }

    /** Alice pushes a change that somebody else wrote. */
    private void mergedOf(String author) {
        var title = "Round invoices for " + author;
        var pipeline =
                bot.semaphore().merge("web", "main", title, author, "alice").pipelineId();
        bot.semaphore().finish(pipeline);
        bot.cardIn(BUILDS, title);
        bot.untilAllIsDone();
    }

    @Test
    void whoWroteWhatAnotherPushedDoesNotCount() {
        bot.isNotifiedOf("web");
        passed("bob");
        mergedOf("bob");
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 1 approval", "but not Alice and Bob, who wrote or pushed a change in it");
        assertThat(bot.asks(BOB, "/semaphore approve 1").drawn())
                .contains("You can't vote on #1: you wrote or pushed a change in it (not_by: author). Ask release");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
        bot.presses(CAROL, card, "Approve");
        bot.card("Promoted to production by Alice");
    }

    @Test
    void whereNobodyCanTellWhoWroteItNobodysVoteCounts() {
        bot.isNotifiedOf("web");
        passed("alice");
        mergedOf("mallory");
        assertThat(bot.asks(ALICE, "/semaphore promote production web").drawn())
                .contains("I can't match these to a Slack account: mallory", "Nothing was changed");
    }

    @Test
    void ofATagOfWhichNoAuthorIsToldWhoPushedItDoesNotCount() {
        bot.isNotifiedOf("web");
        var tag =
                bot.semaphore().push("web", "refs/tags/v1", "Release it", "bob").pipelineId();
        bot.semaphore().finish(tag);
        bot.cardIn(BUILDS, "Release it");
        bot.untilAllIsDone();
        bot.says(ALICE, "/semaphore promote production " + tag);
        bot.card("0 of 1 approval", "but not Bob, who wrote or pushed a change in it");
    }

    @Test
    void whatAnAppWroteIsNobodysOwn() {
        bot.isNotifiedOf("web");
        passed("alice");
        mergedOf("dependabot[bot]");
        bot.says(BOB, "/semaphore promote production web");
        bot.card("0 of 1 approval", "but not Alice, who wrote or pushed a change in it");
    }

    @Test
    void ofWhatWasRerunItIsWhoPushedAndNotWhoReran() {
        bot.isNotifiedOf("web");
        passed("bob");
        var rerun = bot.semaphore()
                .rerunOnTheWeb(bot.semaphore().pipelines("web").get(0), "alice")
                .pipelineId();
        bot.semaphore().finish(rerun);
        bot.untilAllIsDone();
        bot.says(ALICE, "/semaphore promote production " + rerun);
        bot.card("0 of 1 approval", "but not Bob, who wrote or pushed a change in it");
    }

    @Test
    void whoPushedIsNotWrittenToAboutIt() throws Exception {
        bot.close();
        var rule = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE).notByAuthor().telling(Approvals.Notify.DM));
        bot = Dialogue.start(new Policies(List.of(rule)));
        bot.subscribes(ALICE, BUILDS, "web");
        bot.isNotifiedOf("web");
        passed("bob");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("0 of 1 approval", "but not Bob, who wrote or pushed a change in it");
        bot.told(CAROL, "0 of 1 approval", "but not Bob, who wrote or pushed a change in it");
        bot.answer(ALICE, "I messaged 1 person who can approve it");
        bot.untilAllIsDone();
        assertThat(bot.messages(bot.slack().direct(BOB).id())).isEmpty();
    }

    @Test
    void anAddressThatNobodyHasInSlackTellsNothing() {
        bot.isNotifiedOf("web");
        passed("mallory");
        assertThat(bot.asks(ALICE, "/semaphore promote production web").drawn())
                .contains("I can't match these to a Slack account: mallory", "Nothing was changed");
    }
}
