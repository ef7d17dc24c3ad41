package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the ledger records, and who may see it. */
@Tag("on-postgresql")
final class AuditingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    /** The shown rows, each from its number on. */
    private static List<String> rows(PostedMessage shown) {
        return shown.drawn()
                .lines()
                .filter(line -> line.contains("#"))
                .map(line -> line.substring(line.indexOf('#')))
                .toList();
    }

    private List<String> audit() {
        return rows(bot.asks(ALICE, "/semaphore audit"));
    }

    @Test
    void whatWasDoneAndWhatWasRefusedStandsThereTheNewestFirstAndPinned() {
        var pipeline = bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("Promoted to production by Alice");
        bot.asks(GUS, "/semaphore rerun web");
        bot.asks(ALICE, "/semaphore agents create linux");
        bot.asks(BOB, "/semaphore stop " + pipeline);
        bot.says(BOB, "/semaphore use web");
        bot.card("Bob set this channel's default project");

        var rows = audit();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0))
                .startsWith("#5 ")
                .contains("Bob")
                .contains("`use web`")
                .contains("done");
        assertThat(rows.get(1))
                .startsWith("#4 ")
                .contains("Bob")
                .contains("`stop " + pipeline + "`")
                .contains("refused: ")
                .contains("is already done");
        assertThat(rows.get(2))
                .contains("Alice")
                .contains("`agents create linux`")
                .contains("refused: Only platform can use");
        assertThat(rows.get(3))
                .contains("Gus")
                .contains("`rerun web`")
                .contains("refused: You're a guest in this workspace.");
        assertThat(rows.get(4))
                .startsWith("#1 ")
                .contains("Alice")
                .contains("`promote production pipeline " + pipeline + " again`")
                .contains("done");
    }

    @Test
    void questionsAndWhatIsAskedBackAboutAreNotKept() {
        assertThat(bot.asks(ALICE, "/semaphore audit").drawn()).contains("No audit entries for this channel yet.");
        var pipeline = bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production " + pipeline);
        bot.card("Promoted to production by Alice");
        bot.semaphore().finish(bot.semaphore().pipelines("web").get(1));
        bot.says(BOB, "/semaphore promote production " + pipeline);
        bot.answer(BOB, "Promote again?");
        bot.asks(BOB, "/semaphore status web");
        bot.asks(BOB, "/semaphore promte production");
        bot.asks(BOB, "/semaphore promote");
        assertThat(audit()).hasSize(1);
    }

    @Test
    void eachChannelIsShownItsOwnAndOlderOnesByAPress() {
        for (int n = 0; n < 4; n++) {
            bot.asks(ALICE, "/semaphore stop web@b" + n);
            bot.asksIn(BOB, BUILDS, "/semaphore stop web@c" + n);
        }
        var shown = bot.asks(ALICE, "/semaphore audit 3");
        assertThat(rows(shown)).hasSize(3).allSatisfy(row -> assertThat(row).contains("@b"));
        assertThat(rows(shown).get(0)).contains("web@b3");
        var older = bot.nextTo(ALICE, shown.channel(), () -> bot.presses(ALICE, shown, "Older"));
        assertThat(rows(older)).hasSize(1);
        assertThat(rows(older).get(0)).contains("web@b0");
        assertThat(older.buttons()).doesNotContain("Older");
        assertThat(rows(bot.asksIn(BOB, BUILDS, "/semaphore audit")))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row).contains("@c"));
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        for (var wrong : List.of("0", "51", "-1", "ten", "99999999999")) {
            assertThat(bot.asks(ALICE, "/semaphore audit " + wrong).drawn())
                    .contains("isn't a number from 1 to 50")
                    .contains("/semaphore help audit");
        }
    }
}
