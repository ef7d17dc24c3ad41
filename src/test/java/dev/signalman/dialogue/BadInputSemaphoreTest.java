package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A faulty Semaphore: the bot reports the obstacle, and changes nothing. */
@TestInstance(Lifecycle.PER_CLASS)
final class BadInputSemaphoreTest {
    private Dialogue bot;
    private String pipeline;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.semaphore().addProject("hidden");
        bot.semaphore().user("signalman-bot").is(Role.STRANGER, "hidden").is(Role.READER, "api");
        bot.semaphore().push("hidden", "main", "Unseen", "alice");
        bot.semaphore().push("api", "main", "Looked at", "alice");
        pipeline =
                bot.semaphore().push("web", "main", "Round invoices", "alice").pipelineId();
        bot.asks(ALICE, "/semaphore status web");
    }

    @AfterEach
    void heal() {
        bot.semaphore().heal();
    }

    @AfterAll
    void end() {
        assertThat(bot.semaphore().workflows("web")).hasSize(1);
        assertThat(bot.semaphore().workflows("api")).hasSize(1);
        bot.close();
    }

    static Stream<Arguments> faults() {
        var any = SemaphoreFault.everywhere();
        return Stream.of(
                Arguments.of("500", any.internalError(), "Semaphore has a problem"),
                Arguments.of("503", any.unavailable(), "Try again in a few minutes."),
                Arguments.of("cut", any.cuts(), "Semaphore is unreachable or too slow right now."),
                Arguments.of(
                        "HTML 200",
                        any.html(200),
                        "wasn't from Semaphore's API (A web page answered instead of Semaphore's API"),
                Arguments.of("HTML 502", any.html(502), "Semaphore has a problem (A web page answered (502)"),
                Arguments.of("401", any.badToken(), "Ask your Signalman admin to set a valid SEMAPHORE_API_TOKEN."),
                Arguments.of("address", any.addressNotAllowed(), "Add it to the organization's allow list."),
                Arguments.of("429", any.tooMany(Duration.ofSeconds(1)), "rate limit"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void troubleIsTold(String name, SemaphoreFault fault, String words) {
        bot.semaphore().fault(fault);
        assertThat(bot.asks(ALICE, "/semaphore status " + pipeline).drawn()).contains(words, "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore stop " + pipeline).drawn()).contains(words, "Nothing was changed");
        bot.semaphore().heal();
        assertThat(bot.asks(ALICE, "/semaphore status " + pipeline).drawn()).contains("Round invoices");
    }

    @Test
    void aSemaphoreThatIsGoneIsToldAndItsReturnIsNoticed() throws Exception {
        bot.semaphore().disconnect();
        assertThat(bot.asks(ALICE, "/semaphore status " + pipeline).drawn())
                .contains("Semaphore is unreachable or too slow right now.", "Nothing was changed");
        bot.semaphore().reconnect();
        assertThat(bot.asks(ALICE, "/semaphore status " + pipeline).drawn()).contains("Round invoices");
    }

    @Test
    void aSlowSemaphoreKeepsSlackFromNothing() {
        bot.semaphore().fault(SemaphoreFault.everywhere().slowBy(Duration.ofMillis(3_200)));
        assertThat(bot.asks(ALICE, "/semaphore status " + pipeline).drawn()).contains("Round invoices");
        assertThat(bot.slack().errors()).isEmpty();
    }

    @Test
    void aProjectThatTheTokenDoesNotSeeIsToldLikeOneThatDoesNotExist() {
        assertThat(bot.asks(ALICE, "/semaphore status hidden").drawn())
                .contains("I can't find project “hidden”.", "Nothing was changed");
        var unseen = bot.semaphore().pipelines("hidden").get(0);
        assertThat(bot.asks(ALICE, "/semaphore stop " + unseen).drawn())
                .contains("I can't find pipeline, workflow or job", "Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status web", "rerun web", "promote staging web", "run web@main"})
    void whereTheTokenSeesNothingThatIsSaid(String line) throws Exception {
        try (var blind = Dialogue.start()) {
            blind.semaphore().user("signalman-bot").isEverywhere(Role.STRANGER);
            var refused = blind.asks(ALICE, "/semaphore " + line);
            assertThat(refused.drawn())
                    .contains(
                            "Semaphore shows me no projects, so I can't find “web”",
                            "Try again in a minute",
                            "add the bot's account")
                    .contains("Nothing was changed")
                    .doesNotContain("Did you mean");
            assertThat(blind.changesAsked()).isEmpty();
        }
    }

    @Test
    void whatTheTokenMayOnlySeeIsNotChanged() {
        assertThat(bot.asks(ALICE, "/semaphore status api").drawn()).contains("Looked at");
        assertThat(bot.asks(ALICE, "/semaphore rerun api").drawn())
                .contains(
                        "Semaphore can't find that, or the bot's account may not see it",
                        "the account's role",
                        "Nothing was changed");
    }
}
