package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid lines are answered with the right form, and change nothing. */
@TestInstance(Lifecycle.PER_CLASS)
final class BadInputLinesTest {
    private static final String NOBODYS = "3f2b3c1e-0000-4000-8000-000000000000";

    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.semaphore()
                .finish(bot.semaphore()
                        .push("web", "main", "Round invoices", "alice")
                        .pipelineId());
    }

    @AfterAll
    void end() {
        assertThat(bot.changesAsked()).isEmpty();
        assertThat(bot.messages(DEPLOYS)).allMatch(each -> each.ephemeral());
        assertThat(bot.slack().errors()).isEmpty();
        bot.close();
    }

    private String asked(String line) {
        return bot.asks(ALICE, "/semaphore " + line).drawn();
    }

    @Test
    void aMisspeltVerbIsAnsweredWithTheNearestAndPressingThatAsks() {
        var refused = bot.asks(ALICE, "/semaphore statsu web");
        assertThat(refused.drawn()).contains("Unknown command “statsu”", "Nothing was changed");
        assertThat(refused.buttons()).contains("status web");

        var answer = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, refused, "status web"));
        assertThat(answer.drawn()).contains("*web* passed on `main`");
    }

    @Test
    void aVerbThatIsLikeNoneIsAnsweredWithHelp() {
        var refused = bot.asks(ALICE, "/semaphore frobnicate the web");
        var help = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, refused, "Help"));
        assertThat(help.drawn()).contains("/semaphore status web");
    }

    @Test
    void aMisspeltProjectIsAnsweredWithTheNearestAndPressingThatAsks() {
        var refused = bot.asks(ALICE, "/semaphore status wbe@main");
        assertThat(refused.drawn()).containsOnlyOnce("Did you mean").contains("I can't find project “wbe”");

        var answer = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, refused, "web"));
        assertThat(answer.drawn()).contains("*web* passed on `main`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run billing", "rerun billing", "stop billing", "rebuild billing", "promote staging billing"})
    void anUnknownProjectIsNotActedOn(String line) {
        assertThat(asked(line))
                .contains("I can't find project “billing”", "/semaphore projects", "Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status ",
                "stop ",
                "stop pipeline ",
                "rerun workflow ",
                "rebuild ",
                "logs ",
                "job ",
                "promote staging "
            })
    void anIdOfNothingIsToldAsSuch(String verb) {
        assertThat(asked(verb + NOBODYS))
                .contains(
                        "I can't find pipeline, workflow or job " + NOBODYS,
                        "Paste its link from Semaphore, or name a project.",
                        "Nothing was changed");
    }

    @Test
    void whatIsNoIdIsTakenForAName() {
        assertThat(asked("status 3f2b3c1e-zz")).contains("I can't find project “3f2b3c1e-zz”", "Nothing was changed");
        assertThat(asked("stop pipeline 3f2b3c1e-zz")).contains("3f2b3c1e-zz", "Nothing was changed");
    }

    @Test
    void anAddressOfAnotherHostIsRefusedAndNeverOpened() {
        bot.semaphore().forgetCalls();
        var other = bot.slack().apiUrl() + "workflows/" + NOBODYS;
        var calls = bot.slack().calls().size();

        assertThat(asked("status " + other)).contains("so I didn't open it", "Nothing was changed");
        assertThat(asked("stop https://evil.example.com/workflows/" + NOBODYS)).contains("so I didn't open it");
        assertThat(bot.semaphore().calls()).isEmpty();
        assertThat(bot.slack().calls().subList(calls, bot.slack().calls().size()))
                .noneMatch(call -> call.method().contains("workflows"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status \"web | The quote opened at character 8 is never closed",
                "promote “production web | is never closed",
                "status web extra | Unexpected word “extra”",
                "promote REGION=eu | Which promotion?",
                "pipelines web since=yesterdayish | isn't a time. Use an age, such as 90m, 3h, 2d or 1w, or "
                        + "a date, such as 2026-11-24.",
                "status web because I say so | This takes no reason.",
                "promote production web because | Add a reason after",
                "run web VERSION | Unexpected word “VERSION”",
                "observe pipeline 3f2b3c1e-0000-4000-8000-000000000000 | Unknown command “observe”",
                "agents crate s1-linux | agents create"
            })
    void aMistakeIsNamed(String line, String words) {
        assertThat(asked(line)).contains(words, "Nothing was changed");
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        assertThat(asked("status " + "x".repeat(4_000))).contains("The limit is 4000", "Nothing was changed");
    }

    @Test
    void aLongLineThatIsReadIsCutInTheAnswer() {
        assertThat(asked("status " + "x".repeat(3_900))).contains("I can't find project", "Nothing was changed");
    }

    @Test
    void oddCharactersAreNamesLikeOthers() {
        assertThat(asked("status web\u0000")).contains("I can't find project “web", "Nothing was changed");
        assertThat(asked("status 🚀")).contains("I can't find project “🚀”", "Nothing was changed");
        assertThat(asked("🚀 web")).contains("Unknown command", "Nothing was changed");
        assertThat(asked("\u202estatus web")).contains("Unknown command", "Nothing was changed");
        var answer = bot.asks(ALICE, "/semaphore status @here");
        assertThat(answer.drawn()).contains("Nothing was changed");
        assertThat(answer.text()).contains("here").doesNotContain("<!here>");
    }
}
