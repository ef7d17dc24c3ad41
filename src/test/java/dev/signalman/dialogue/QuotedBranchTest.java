package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quoted project@branch means the same as an unquoted one, unless a project has exactly that name. */
final class QuotedBranchTest {
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
    void aSubscriptionIsMadeAndEndedInQuotesAsWithout() {
        bot.says(ALICE, "/semaphore subscribe \"web@release/*\" mode=live");
        bot.card("Alice subscribed this channel to *web* on `release/*`", "live from the start");
        bot.says(ALICE, "/semaphore subscribe web@release/* mode=live");
        bot.answer(ALICE, "is already subscribed to web@release/*");
        bot.says(ALICE, "/semaphore subscribe web");
        bot.card("Alice subscribed this channel to *web*", "when they are done");
        bot.says(ALICE, "/semaphore unsubscribe \"web@release/*\"");
        bot.card("Alice unsubscribed this channel from web@release/*.");
        assertThat(bot.asks(ALICE, "/semaphore subscriptions").text())
                .isEqualTo("This channel has 1 subscription: web.");
    }

    @Test
    void aProjectOfTheVeryNameIsSubscribedToAndNoOtherIsUnsubscribed() {
        bot.semaphore().addProject("web@main");
        bot.says(ALICE, "/semaphore subscribe web@main");
        bot.card("Alice subscribed this channel to *web* on `main`");
        bot.says(ALICE, "/semaphore unsubscribe \"web@main\"");
        bot.answer(ALICE, "This channel isn't subscribed to “web@main”");
        bot.says(ALICE, "/semaphore subscribe \"web@main\"");
        bot.card("Alice subscribed this channel to *web@main*");
        bot.says(ALICE, "/semaphore unsubscribe \"web@main\"");
        bot.card("Alice unsubscribed this channel from web@main.");
        assertThat(bot.asks(ALICE, "/semaphore subscriptions").drawn()).contains("*web* on `main`");
    }

    @Test
    void aPatternThatIsNoneIsRefusedInTheSameWords() {
        bot.says(ALICE, "/semaphore subscribe \"web@/(/\"");
        bot.answer(ALICE, "The branch “/(/” isn't a supported regular expression (missing closing ))");
        bot.says(ALICE, "/semaphore unsubscribe \"web@main\"");
        bot.answer(ALICE, "This channel isn't subscribed to “web@main”", "It has no subscriptions.");
    }

    @Test
    void whereNoBranchIsAskedForItIsRefusedInQuotesToo() {
        bot.says(ALICE, "/semaphore deploys \"web@main\"");
        bot.answer(ALICE, "Name only the project, without a branch: “web”.");
        bot.says(ALICE, "/semaphore history production \"web@main\"");
        bot.answer(ALICE, "Name only the project, without a branch: “web”.");
        bot.semaphore().addProject("web@develop");
        bot.passes(Duration.ofMinutes(1));
        bot.says(ALICE, "/semaphore deploys \"web@develop\"");
        bot.answer(ALICE, "I don't know any promotion of web@develop");
    }

    @Test
    void aLockInQuotesSaysTooThatItHoldsOnEveryBranch() {
        bot.says(ALICE, "/semaphore lock production \"web@main\"");
        bot.card("Alice locked *production* of *web*", "It applies to every branch.");
    }
}
