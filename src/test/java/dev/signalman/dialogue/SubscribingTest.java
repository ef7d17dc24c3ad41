package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Subscriptions: made, shown and ended. */
@Tag("smoke")
final class SubscribingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void whatWasMadeIsSaidInTheChannelAndListed() {
        bot.says(
                ALICE,
                "/semaphore subscribe web@main result=broken,fixed pipeline=.semaphore/semaphore.yml threads=off");
        bot.card("Alice subscribed this channel to *web* on `main`", "only broken, fixed", "semaphore.yml", "[Remove]");
        bot.says(BOB, "/semaphore subscribe api mode=live");
        bot.card("Bob subscribed this channel to *api*", "every result; live from the start");

        var list = bot.asks(ALICE, "/semaphore subscriptions");
        assertThat(list.drawn())
                .contains("*web* on `main`: only broken, fixed; only the pipeline file semaphore.yml", "by Alice")
                .contains("*api*: every result; live from the start", "by Bob")
                .contains("[Remove web@main] [Remove api]");
        assertThat(list.text()).isEqualTo("This channel has 2 subscriptions: web@main, api.");
    }

    @Test
    void theSameTwiceIsSaidSoAndMakesNothingNew() {
        bot.says(ALICE, "/semaphore subscribe web@main");
        bot.card("Alice subscribed this channel to *web* on `main`");
        bot.says(BOB, "/semaphore subscribe web@main");
        bot.answer(BOB, "is already subscribed to web@main, by Alice");
        assertThat(bot.messages(DEPLOYS).stream().filter(each -> !each.ephemeral()))
                .hasSize(1);
    }

    @Test
    void theSameFiltersShownOtherwiseTakeThePlaceOfTheOldOnes() {
        bot.says(ALICE, "/semaphore subscribe web@main");
        bot.card("when they are done");
        bot.says(BOB, "/semaphore subscribe web@main mode=live");
        bot.card("live from the start");
        assertThat(bot.asks(ALICE, "/semaphore subscriptions").text())
                .isEqualTo("This channel has 1 subscription: web@main.");
    }

    @Test
    void oneIsRemovedByItsButtonAndTheListFollows() {
        bot.says(ALICE, "/semaphore subscribe web@main");
        bot.card("Alice subscribed this channel to *web* on `main`");
        bot.says(ALICE, "/semaphore subscribe web@release/*");
        bot.card("Alice subscribed this channel to *web* on `release/*`");
        var list = bot.asks(BOB, "/semaphore subscriptions");
        bot.presses(BOB, list, "Remove web@main");
        bot.card("Bob unsubscribed this channel from web@main.");
        bot.answer(BOB, "[Remove web@release/*]");
        assertThat(bot.asks(ALICE, "/semaphore subscriptions").text())
                .isEqualTo("This channel has 1 subscription: web@release/*.");
    }

    @Test
    void allOfAProjectEndAtOnceAndOneBranchAlone() {
        for (var branch : new String[] {"web@main", "web@develop", "web"}) {
            bot.says(ALICE, "/semaphore subscribe " + branch + " threads=off");
            bot.until(
                    "it stands",
                    () -> bot.asks(ALICE, "/semaphore subscriptions").drawn().contains("[Remove " + branch + "]"));
        }
        bot.says(ALICE, "/semaphore unsubscribe web@develop");
        bot.card("Alice unsubscribed this channel from web@develop.");
        bot.says(ALICE, "/semaphore unsubscribe web");
        bot.card("Alice unsubscribed this channel from web@main, web.");
        bot.says(ALICE, "/semaphore unsubscribe web");
        bot.answer(ALICE, "This channel isn't subscribed to “web”", "It has no subscriptions.");
    }

    @Test
    void whatIsMisspeltIsRefusedWithTheNearest() {
        bot.says(ALICE, "/semaphore subscribe wbe@main");
        bot.answer(ALICE, "I can't find project “wbe”", "[web]");
        bot.says(ALICE, "/semaphore subscribe web result=brokn,fixed mode=live");
        var refused = bot.answer(ALICE, "result= can't be “brokn”", "[broken]");
        bot.says(ALICE, "/semaphore subscribe web mode=alive");
        bot.answer(ALICE, "mode= can't be “alive”. Use one of: done, live.", "[live]");
        bot.says(ALICE, "/semaphore subscribe web@/(/");
        bot.answer(ALICE, "The branch “/(/” isn't a supported regular expression (missing closing ))");
        bot.presses(ALICE, refused, "broken");
        bot.card(
                "only broken, fixed; live from the start",
                "A result is known only at the end, so pipelines are posted when they are done, not live.");
    }

    @Test
    void whereIMayNotPostItIsRefusedBeforehandAndGuestsMayOnlyLook() {
        bot.says(ALICE, SECRET, "/semaphore subscribe web");
        bot.answerIn(ALICE, SECRET, "/invite @Signalman");
        assertThat(bot.asksIn(ALICE, SECRET, "/semaphore subscriptions").text())
                .isEqualTo("This channel has no subscriptions.");
        bot.says(GUS, "/semaphore subscribe web");
        bot.answer(
                GUS,
                "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        assertThat(bot.asks(GUS, "/semaphore subscriptions").text()).isEqualTo("This channel has no subscriptions.");
    }

    @Test
    void theNameOfASubscribedProjectMatchesWhateverItsCase() {
        bot.subscribes(ALICE, BUILDS, "WEB");
        bot.cardIn(BUILDS, "Alice subscribed this channel to *web*");
        bot.says(ALICE, BUILDS, "/semaphore unsubscribe Web");
        bot.cardIn(BUILDS, "Alice unsubscribed this channel from web");
    }

    @Test
    void theOnlySubscribedProjectIsMeantWhenNoneIsNamed() {
        bot.passed("api", "Silent otter");
        bot.says(ALICE, BUILDS, "/semaphore status");
        bot.answerIn(ALICE, BUILDS, "Which project?");
        bot.says(ALICE, BUILDS, "/semaphore subscribe api@*");
        bot.cardIn(BUILDS, "Alice subscribed this channel");
        bot.says(ALICE, BUILDS, "/semaphore status");
        bot.answerIn(ALICE, BUILDS, "*api* passed", "Silent otter");
        bot.says(ALICE, BUILDS, "/semaphore subscribe web");
        bot.cardIn(BUILDS, "Alice subscribed this channel to *web*");
        bot.nextTo(BOB, BUILDS, () -> bot.says(BOB, BUILDS, "/semaphore status"));
        bot.answerIn(BOB, BUILDS, "Which project?", "[api] [web]");
    }
}
