package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form asks for required parameters that the line lacks. */
final class PromotingByFormTest {
    private static final Policies REGION = new Policies(List.of(
            Policy.of(
                    "production",
                    List.of("web"),
                    List.of(),
                    List.of(new Parameter("REGION", true, List.of("eu", "us"), "where to deploy"))),
            Policy.of("staging", List.of("web"), List.of(), null)));

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

    @Test
    void whatATypedLineLacksIsAskedForAndGoesWithIt() {
        bot.says(ALICE, "/semaphore promote production web because the fair begins");
        var form = bot.form(ALICE);
        assertThat(form.title()).isEqualTo("Promote to production");
        assertThat(bot.semaphore().promotions("web")).isEmpty();

        assertThat(form.choose("REGION", "us").submit()).isEmpty();

        bot.card("Promoted to production with REGION=us, because the fair begins, by Alice", "Round invoices");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    @Tag("over-a-socket")
    void aPressedButtonAsksTooAndPromotesThePipelineOfItsCard() {
        bot.says(BOB, "/semaphore status " + pipeline);
        var card = bot.answer(BOB, "Round invoices", "[Promote to production]");
        bot.passed("web", "Something newer");
        bot.presses(BOB, card, "Promote to production");
        bot.form(BOB).choose("REGION", "eu").submit();

        bot.card("Promoted to production with REGION=eu by Bob", "Round invoices");
    }

    @Test
    void withoutWhatIsRequiredTheFormStaysAndNothingIsPromoted() {
        bot.says(ALICE, "/semaphore promote production web");
        var form = bot.form(ALICE);

        assertThat(form.submit().keySet()).isEqualTo(Set.of("REGION"));
        assertThat(form.isOpen()).isTrue();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void whatWasGivenIsNotAskedFor() {
        bot.says(ALICE, "/semaphore promote production web REGION=eu");
        bot.card("Promoted to production with REGION=eu by Alice");
        bot.says(BOB, "/semaphore promote staging web");
        bot.card("Promoted to staging by Bob");
    }

    @Test
    void whereNoFormCanBeOpenedItIsRefusedInWords() {
        bot.writes(ALICE, "@signalman promote production web");
        bot.answer(ALICE, "production needs a value for REGION (where to deploy). Add REGION=eu.");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void aWrongOneIsRefusedInWordsThoughItWasNotAskedFor() {
        bot.says(ALICE, "/semaphore promote production web REGION=mars");
        bot.answer(ALICE, "REGION can't be", "Use eu, us");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }
}
