package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Impossible promotions: the bot says what is wrong, and promotes nothing. */
final class BadInputPromotionTest {
    private static final Policies RULES = new Policies(List.of(Policy.of(
            "production",
            List.of("web"),
            List.of(),
            List.of(
                    new Parameter("VERSION", true, List.of(), "the release to deploy"),
                    new Parameter("REGION", false, List.of("eu", "us"), "")))));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(RULES);
        bot.semaphore()
                .finish(bot.semaphore()
                        .push("web", "main", "Round invoices", "alice")
                        .pipelineId());
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promote production web VERSION=1 REGIN=eu | production has no parameter REGIN. Did you mean "
                        + "REGION?",
                "promote production web VERSION=1 COLOUR=red | It has REGION, VERSION.",
                "promote production web VERSION=1 REGION=mars | REGION can't be \"mars\". Use eu, us.",
                "promote production api | None has run there. Push a commit, or name another branch.",
                "promote staging web@nowhere | has passed recently, so there is nothing to promote to staging"
            })
    void whatCannotBeIsRefusedBeforeSemaphoreIsAsked(String line, String words) {
        assertThat(bot.asks(ALICE, "/semaphore " + line).drawn()).contains(words, "Nothing was changed");
        assertThat(bot.changesAsked()).isEmpty();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void anUnknownPromotionIsRefusedWhereRulesHoldAndTheKnownNamesAreOffered() {
        var refused = bot.asks(ALICE, "/semaphore promote stagin web");
        assertThat(refused.drawn())
                .contains("Unknown promotion \"stagin\" of web", "Nothing was changed")
                .containsOnlyOnce("Did you mean");
        assertThat(refused.buttons()).containsExactly("staging", "production");
        assertThat(bot.changesAsked()).isEmpty();

        bot.presses(ALICE, refused, "staging");
        bot.card("Promoted to staging by Alice");
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }

    @Test
    void whereTheFileAllowsItAnUnknownOneIsTriedAndSemaphoresRefusalComesWithTheKnownNames() throws Exception {
        bot.close();
        bot = Dialogue.start(new Policies(RULES.all(), true));
        bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote stagin web");
        var refused = bot.answer(ALICE, "No promotion named \"stagin\" starts from this pipeline of web");
        assertThat(refused.drawn()).contains("Nothing was changed").containsOnlyOnce("Did you mean");
        assertThat(refused.buttons()).containsExactly("staging", "production");
        assertThat(bot.semaphore().promotions("web")).isEmpty();

        bot.presses(ALICE, refused, "staging");
        bot.card("Promoted to staging by Alice");
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }

    @Test
    void ofTheKnownNamesTheNearestComesFirst() {
        bot.says(ALICE, "/semaphore promote productoin web");
        assertThat(bot.answer(ALICE, "Unknown promotion \"productoin\"").buttons())
                .containsExactly("production", "staging");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void whatHasNotPassedIsNotPromoted() {
        var failed = bot.semaphore().push("web", "topic", "Break it", "alice").pipelineId();
        bot.semaphore().failJob(failed, "Test", "rspec 1 of 2", 1, "boom\n");

        var refused = bot.asks(ALICE, "/semaphore promote staging web@topic");
        assertThat(refused.drawn())
                .contains("nothing to promote to staging")
                .contains("[Status of ")
                .doesNotContain("Did you mean");
        var status = bot.nextTo(
                ALICE,
                DEPLOYS,
                () -> bot.presses(ALICE, refused, refused.buttons().get(0)));
        assertThat(status.drawn()).contains("Break it");
        assertThat(bot.asks(ALICE, "/semaphore promote staging " + failed).drawn())
                .contains(
                        "failed. Only passed pipelines can be promoted. Wait for one that passes. Those listed under "
                                + "access.override in signalman.yml can add override.",
                        "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore promote staging " + failed + " override")
                        .drawn())
                .contains("Nobody can use \"override\" yet", "Nothing was changed");
        assertThat(bot.changesAsked()).isEmpty();
    }
}
