package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Optional parameters: a button asks for them in a form; a typed line without them goes as it is. */
final class PromotingWithOptionsTest {
    private static final Policies REGION = new Policies(List.of(Policy.of(
            "production",
            List.of("web"),
            List.of(),
            List.of(new Parameter("REGION", false, List.of("eu", "us"), "where to deploy")))));

    private Dialogue bot;
    private String pipeline;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(REGION);
        pipeline = bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void presses() {
        bot.says(BOB, "/semaphore status " + pipeline);
        bot.presses(BOB, bot.answer(BOB, "Round invoices", "[Promote to production]"), "Promote to production");
    }

    @Test
    void aButtonAsksForThemAndNothingHappensBefore() {
        presses();
        var form = bot.form(BOB);
        assertThat(form.title()).isEqualTo("Promote to production");
        assertThat(bot.semaphore().promotions("web")).isEmpty();

        assertThat(form.choose("REGION", "us").submit()).isEmpty();
        bot.card("Promoted to production with REGION=us by Bob", "Round invoices");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void theyMayBeLeftEmptyAndAreNotAskedForAgain() {
        presses();
        assertThat(bot.form(BOB).submit()).isEmpty();
        bot.card("Promoted to production by Bob", "Round invoices");

        var all = bot.semaphore().pipelines("web");
        bot.semaphore().finish(all.get(all.size() - 1));
        bot.untilAllIsDone();
        bot.says(BOB, "/semaphore promote production web");
        bot.presses(BOB, bot.answer(BOB, "[Promote again]"), "Promote again");
        bot.until("it went twice", () -> bot.semaphore().promotions("web").size() == 2);
    }

    @Test
    void aTypedLineWithoutThemGoesAsItIs() {
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("Promoted to production by Alice", "Round invoices");
        assertThat(bot.slack().modal(ALICE)).isEmpty();
    }
}
