package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Successful promotions, typed and pressed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
final class PromotingTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.says(ALICE, "/semaphore use web");
        bot.card("this channel's default project");
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private int promoted() {
        return bot.semaphore().promotions("web").size();
    }

    private String newestPipeline() {
        var all = bot.semaphore().pipelines("web");
        return all.get(all.size() - 1);
    }

    @Test
    void aTypedPromotionPromotesOnceAndStandsOnACard() {
        int before = promoted();
        bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production");
        bot.answer(ALICE, "Promoting web on main", "Round invoices", "to production");
        bot.card("Promoted to production by Alice", "Round invoices");
        assertThat(promoted()).isEqualTo(before + 1);
    }

    @Test
    void aPressedPromotionPromotesOnceHoweverOftenItIsDelivered() {
        bot.passed("web", "Sort invoices");
        bot.says(ALICE, "/semaphore promote staging");
        var parent = bot.card("*staging*", "Promote to production", "Sort invoices");
        int before = promoted();
        var press = bot.slack().presses(BOB, parent, "Promote to production");
        bot.slack().redelivers(press.delivery());
        bot.slack().redelivers(press.delivery());
        bot.card("Promoted to production by Bob", "Sort invoices");
        assertThat(promoted()).isEqualTo(before + 1);
    }

    @Test
    void theSubjectMayStandFirst() {
        bot.passed("web", "Print invoices");
        bot.says(ALICE, "/semaphore promote web@main to staging");
        bot.card("Promoted to staging by Alice", "Print invoices");
    }

    @Test
    void anIdOrAUrlNamesThePipelineThoughNewerOnesPassed() {
        var byId = bot.passed("web", "Fold letters");
        var byUrl = bot.passed("web", "Seal letters");
        bot.passed("web", "Stamp letters");
        bot.says(ALICE, "/semaphore promote staging " + byId);
        bot.card("Promoted to staging by Alice", "Fold letters");
        var workflow = bot.semaphore().workflows("web");
        bot.says(
                BOB,
                "/semaphore promote staging " + bot.semaphore().url() + "/workflows/"
                        + workflow.get(workflow.size() - 2) + "?pipeline_id=" + byUrl);
        bot.card("Promoted to staging by Bob", "Seal letters");
    }

    @Test
    void parametersAndTheReasonAreSaidBackAndShown() {
        bot.passed("web", "Weigh parcels");
        bot.says(ALICE, "/semaphore promote production REGION=eu because the fair begins");
        bot.answer(ALICE, "Weigh parcels", "to production with REGION=eu");
        bot.card("Promoted to production with REGION=eu, because the fair begins, by Alice", "Weigh parcels");
    }

    @Test
    void theDeployStandsInTheThreadOfItsParentWhichSaysHowItEnded() {
        bot.passed("web", "Bind books");
        bot.says(ALICE, "/semaphore promote staging");
        var deploy = bot.card("Deploy to staging", "Promoted to staging by Alice", "Bind books");
        var parent = bot.card("*staging*: ", "Bind books");
        assertThat(deploy.threadTs()).isEqualTo(parent.ts());
        assertThat(parent.threadTs()).isNull();
        bot.becomes(parent, "*staging*: deploying by Alice");
        bot.semaphore().finish(newestPipeline());
        bot.becomes(deploy, "passed");
        bot.becomes(parent, "*staging*: deployed", "by Alice");
        var cards = bot.messages(DEPLOYS).stream()
                .filter(message -> message.text().contains("Bind books") && !message.ephemeral());
        assertThat(cards).hasSize(2);
    }

    @Test
    void whatIsPromotedAgainIsAskedAboutFirstAndThenGoesOnce() {
        var pipeline = bot.passed("web", "Press flowers");
        bot.says(ALICE, "/semaphore promote staging " + pipeline);
        bot.card("Promoted to staging by Alice", "Press flowers");
        bot.semaphore().finish(newestPipeline());
        int before = promoted();
        bot.says(BOB, "/semaphore promote staging " + pipeline);
        var asked = bot.answer(BOB, "already deployed successfully. Promote again?");
        assertThat(asked.buttons()).containsExactly("Promote again");
        assertThat(promoted()).isEqualTo(before);
        var press = bot.slack().presses(BOB, asked, "Promote again");
        bot.slack().redelivers(press.delivery());
        bot.card("Promoted to staging by Bob", "Press flowers");
        assertThat(promoted()).isEqualTo(before + 1);
    }

    @Test
    void aSecondOneIsRefusedWithALinkWhileTheFirstIsOnItsWay() {
        var pipeline = bot.passed("web", "Iron shirts");
        bot.says(ALICE, "/semaphore promote production " + pipeline);
        bot.card("Promoted to production by Alice", "Iron shirts");
        int before = promoted();
        bot.says(BOB, "/semaphore promote production " + pipeline);
        var refused = bot.answer(BOB, "production of web, main", "is in progress already", "Nothing was changed");
        assertThat(refused.blocks().toString()).contains("?pipeline_id=" + newestPipeline());
        assertThat(promoted()).isEqualTo(before);
    }

    @Test
    void aPromotedPipelinesCardThatWasPressedGetsItsButtonsBack() {
        bot.passed("web", "Paint invoices");
        bot.says(ALICE, "/semaphore promote staging");
        var deploy = bot.card("Promoted to staging by Alice", "Paint invoices");
        bot.semaphore().finish(newestPipeline());
        bot.becomes(deploy, "passed", "[Rerun]");
        int before = bot.semaphore().workflows("web").size();
        bot.presses(BOB, deploy, "Rerun");
        bot.until("a second rerun by the same button", () -> {
            if (bot.slack().now(deploy).buttons().contains("Rerun")) {
                bot.presses(BOB, deploy, "Rerun"); // works only once the card has its buttons back
            }
            return bot.semaphore().workflows("web").size() >= before + 2;
        });
    }
}
