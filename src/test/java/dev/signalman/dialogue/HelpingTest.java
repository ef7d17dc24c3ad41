package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.command.Grammar;
import dev.signalman.harness.Dialogue;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bot explains its own commands. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("smoke")
final class HelpingTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterAll
    void end() {
        assertThat(bot.changesAsked()).isEmpty();
        bot.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/semaphore", "/semaphore help", "/semaphore HELP"})
    void anEmptyLineAndHelpAreEightLinesWithButtonsForTheRest(String line) {
        var help = bot.asks(ALICE, line);
        assertThat(help.drawn())
                .contains("`/semaphore status web`", "`/semaphore promote production web`")
                .doesNotContain("agents disable <type>");
        assertThat(help.drawn().lines().filter(row -> row.contains("/semaphore ")))
                .hasSize(8);
        assertThat(help.buttons()).contains("All commands", "Projects");

        var promote = bot.nextTo(ALICE, DEPLOYS, () -> bot.slack().chooses(ALICE, help, "Explain …", "promote"));
        assertThat(promote.drawn()).contains("promote <promotion> [subject]");
    }

    @Test
    void everyCommandFitsIntoTheWholeList() {
        var whole = bot.asks(ALICE, "/semaphore help all").drawn();
        assertThat(new Grammar(URI.create("https://acme.semaphoreci.com")).verbs())
                .isNotEmpty()
                .allSatisfy(verb -> assertThat(whole).contains("`" + verb.pattern() + "`", verb.summary()));
    }

    @Test
    void helpAllExplainsEveryVerbInALine() {
        var help = bot.asks(ALICE, "/semaphore help");
        var all = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, help, "All commands"));
        assertThat(all.drawn())
                .contains("status [subject]", "e.g. status web@main")
                .contains("promote <promotion> [subject]", "agents disable <type> [all]")
                .doesNotContain("observe", "refresh");
    }

    @Test
    void oneVerbIsExplainedWithEachOfItsWords() {
        assertThat(bot.asks(ALICE, "/semaphore help promote").drawn())
                .contains("For example: `/semaphore promote production web@main VERSION=v2`")
                .contains("NAME=value", "because …");
    }

    @Test
    void averbOfTwoWordsIsExplainedToo() {
        assertThat(bot.asks(ALICE, "/semaphore help agents create").drawn()).contains("agents create <type>");
    }

    @Test
    void aGuestIsHelpedToo() {
        assertThat(bot.asks(GUS, "/semaphore help").drawn()).contains("/semaphore status web");
    }

    @Test
    void aMisspeltVerbIsAnsweredWithTheNearestOnes() {
        var refused = bot.asks(ALICE, "/semaphore help promot");
        assertThat(refused.drawn()).contains("Unknown command “promot”");
        assertThat(refused.buttons()).contains("help promote");

        var explained = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, refused, "help promote"));
        assertThat(explained.drawn()).contains("promote <promotion> [subject]");
    }
}
