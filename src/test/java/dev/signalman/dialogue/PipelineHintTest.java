package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The effect of a hint about a pipeline without subscribers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
final class PipelineHintTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @Test
    void aPromotionOnTheWebShowsOnTheStandingCardOfItsParent() {
        var pipeline =
                bot.semaphore().push("web", "main", "Brass bell", "alice").pipelineId();
        bot.says(ALICE, "/semaphore rerun " + pipeline);
        var card = bot.card("Brass bell", "Rerun by Alice");
        var all = bot.semaphore().pipelines("web");
        var rerun = all.get(all.size() - 1);
        bot.semaphore().finish(rerun);
        bot.becomes(card, "[Promote to staging]");

        var staging = bot.promotedOnTheWeb("web", rerun, "staging");
        bot.hints(staging);
        bot.becomes(card, "*staging*: deploying");
    }

    @Test
    void aPipelineThatNobodyAskedForIsShownNowhere() {
        var pipeline = bot.passed("web", "Quiet cove");
        bot.semaphore().forgetCalls();
        bot.hints(pipeline);
        bot.until(
                "it was read",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.path().endsWith(pipeline)));
        bot.asks(ALICE, "/semaphore projects");
        assertThat(bot.messages(DEPLOYS)).noneMatch(each -> each.drawn().contains("Quiet cove"));
        assertThat(bot.semaphore().calls())
                .as("promotions are not asked for, since nobody is shown them")
                .noneMatch(call -> call.path().contains("promotions"));
    }

    @Test
    void aPipelineThatCannotBeReadYetIsLookedForAgain() {
        var unknown = UUID.randomUUID().toString();
        bot.semaphore().forgetCalls();
        bot.hints(unknown);
        bot.until(
                "it was looked for twice",
                () -> bot.semaphore().calls().stream()
                                .filter(call -> call.path().endsWith(unknown))
                                .count()
                        >= 2);
    }
}
