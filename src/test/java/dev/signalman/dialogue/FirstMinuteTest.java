package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.subject.ProjectSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fresh installation without configured promotions: the bot knows names from rules and from past promotions. */
final class FirstMinuteTest {
    private static Dialogue fresh(Policy... rules) throws Exception {
        return Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .projects(new ProjectSettings(Map.of()))
                .promotions(new Policies(List.of(rules)))
                .configuration());
    }

    private static Policy rule(String name) {
        return Policy.of(name, List.of("web"), List.of(), null);
    }

    private static PostedMessage status(Dialogue bot, String pipeline) {
        return bot.asks(ALICE, "/semaphore status " + pipeline);
    }

    @Test
    void whatARuleNamesExactlyIsAButtonAtOnceAndWhatAGlobNamesIsNone() throws Exception {
        try (var bot = fresh(rule("production").with(Approvals.of(1, RELEASE)), rule("stag*"))) {
            var card = status(bot, bot.passed("web", "Round invoices"));
            assertThat(card.buttons()).contains("Promote to production").noneMatch(label -> label.contains("stag"));
        }
    }

    @Test
    void whatIsOnlySaidToTakeParametersIsAButtonToo() throws Exception {
        var version = new Policy.Parameter("REGION", false, List.of("eu", "us"), "");
        try (var bot = fresh(Policy.of("production", List.of(), List.of(), List.of(version)))) {
            assertThat(status(bot, bot.passed("web", "Round invoices")).buttons())
                    .contains("Promote to production");
        }
    }

    @Test
    void aTypoIsMatchedWithTheNearestThatARuleNames() throws Exception {
        try (var bot = fresh(rule("production"))) {
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote prodcution web");
            var refused = bot.answer(ALICE, "Unknown promotion \"prodcution\" of web");
            assertThat(refused.buttons()).contains("production");
        }
    }

    @Test
    void whatWasPromotedBeforeTheBotCameIsAButton() throws Exception {
        try (var bot = fresh()) {
            bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "staging");
            var card = status(bot, bot.passed("web", "Sort invoices"));
            assertThat(card.buttons()).contains("Promote to staging").doesNotContain("Promote to production");
            bot.semaphore().forgetCalls();
            status(bot, bot.passed("web", "File invoices"));
            assertThat(bot.semaphore().calls()).noneMatch(call -> call.query().contains("page_size=50"));
        }
    }

    @Test
    void whenANameIsAskedForThatIsNotKnownWhatWasPromotedSinceIsReadOnceMore() throws Exception {
        try (var bot = fresh()) {
            var pipeline = bot.passed("web", "Round invoices");
            assertThat(status(bot, pipeline).buttons()).doesNotContain("Promote to staging");
            bot.promotedOnTheWeb("web", pipeline, "staging");
            bot.passes(Duration.ofMinutes(5));
            bot.says(ALICE, "/semaphore promote stagng web");
            assertThat(bot.answer(ALICE, "No promotion named \"stagng\"").buttons())
                    .contains("staging");
        }
    }

    @Test
    void whatCannotBeReadAtFirstIsReadLater() throws Exception {
        try (var bot = fresh()) {
            bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "staging");
            var pipeline = bot.passed("web", "Sort invoices");
            bot.semaphore()
                    .fault(SemaphoreFault.on("GET", "/pipelines")
                            .internalError()
                            .times(3));
            assertThat(status(bot, pipeline).drawn()).contains("Sort invoices").doesNotContain("Promote to");
            bot.semaphore().heal();
            bot.passes(Duration.ofMinutes(2));
            bot.until("it is offered", () -> status(bot, pipeline).buttons().contains("Promote to staging"));
        }
    }

    @Test
    void aRulesSpellingMakesNoSecondButtonOfWhatSemaphoreCallsAlmostTheSame() throws Exception {
        try (var bot = fresh(rule("Staging"))) {
            bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "staging");
            assertThat(status(bot, bot.passed("web", "Sort invoices")).buttons())
                    .contains("Promote to staging")
                    .doesNotContain("Promote to Staging");
        }
    }
}
