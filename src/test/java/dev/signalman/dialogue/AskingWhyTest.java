package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks which rules a promotion would meet. */
final class AskingWhyTest {
    private static final Policies POLICIES = new Policies(List.of(Policy.of(
            "production",
            List.of("web"),
            List.of(),
            List.of(new Parameter("REGION", true, List.of("eu", "us"), "where to deploy")))));

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(POLICIES);
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void whatCouldGoIsSaidRuleByRuleAndNothingIsChanged() {
        var answer = bot.asks(ALICE, "/semaphore why production web REGION=eu");

        assertThat(answer.drawn())
                .contains(
                        "*production* of *web* would go now.",
                        "✅ The pipeline passed",
                        "✅ Alice, who requested it, is a full member",
                        "✅ Everyone can promote",
                        "✅ Parameters: `REGION=eu` is one of eu, us",
                        "Nothing was changed. Rules: signalman.yml, promotions[0].");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void whatCouldNotGoSaysWhyInItsSentenceToo() {
        var answer = bot.asks(GUS, "/semaphore why production web override");

        assertThat(answer.text())
                .contains("web cannot be promoted to production now: ", "is a guest", "needs a value for REGION");
        assertThat(answer.drawn())
                .contains(
                        "would be refused now.",
                        "❌ Gus, who requested it, is a guest of this workspace",
                        "❌ Nobody can override yet. Ask your Signalman admin to list people or user groups under "
                                + "access, override in signalman.yml, or leave the word out.",
                        "production needs a value for REGION (where to deploy)");
    }

    @Test
    void whereNoRuleMatchesThatIsSaid() {
        assertThat(bot.asks(ALICE, "/semaphore why staging web").drawn())
                .contains("would go now", "No rule in signalman.yml applies to it.");
    }
}
