package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Defaults of a short command: the channel's project, and a project's usual branch. */
final class AskingByChannelTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.semaphore().addProject("old");
        bot.semaphore().addProject("odd");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void aChannelMeansTheProjectThatItChoseAndNoOtherChannelDoes() {
        bot.semaphore().push("web", "main", "Round invoices", "alice");
        var asked = bot.asks(ALICE, "/semaphore status");
        assertThat(asked.drawn()).contains("Which project?");
        assertThat(asked.buttons()).contains("web", "api");
        assertThat(bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, asked, "web"))
                        .drawn())
                .contains("Round invoices");

        bot.says(ALICE, "/semaphore use web");
        var told = bot.card("Alice set this channel's default project: *web*");
        assertThat(told.buttons()).contains("Status");

        assertThat(bot.asks(BOB, "/semaphore status").drawn()).contains("Round invoices");
        assertThat(bot.asks(BOB, "/semaphore projects").drawn()).contains("web  `main`  ← this channel");
        assertThat(bot.asksIn(BOB, BUILDS, "/semaphore status").drawn()).contains("Which project?");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void aChannelMayMeanABranchOfAProject() {
        bot.semaphore().push("web", "release", "Freeze the texts", "alice");
        bot.semaphore().push("web", "main", "Round invoices", "alice");
        bot.says(ALICE, "/semaphore use web@release");
        bot.card("*web* on `release`");

        assertThat(bot.asks(BOB, "/semaphore status").drawn()).contains("Freeze the texts");
    }

    @Test
    void theChoiceIsClearedAndClearingNothingIsSaidToTheAskerAlone() {
        bot.says(ALICE, "/semaphore use web");
        bot.card("Alice set this channel's default project");
        bot.says(BOB, "/semaphore use nothing");
        bot.card("Bob cleared this channel's default project, which was web");

        assertThat(bot.asks(ALICE, "/semaphore status").drawn()).contains("Which project?");
        assertThat(bot.asks(ALICE, "/semaphore use nothing").drawn()).contains("has no default project");
        assertThat(bot.messages(DEPLOYS)).filteredOn(each -> !each.ephemeral()).hasSize(2);
    }

    @Test
    void aMisspeltProjectIsNotChosenButOfferedByItsRightName() {
        var refused = bot.asks(ALICE, "/semaphore use wbe");
        assertThat(refused.drawn()).contains("I can't find project “wbe”", "Nothing was changed");

        bot.presses(ALICE, refused, "web");
        bot.card("Alice set this channel's default project: *web*");
    }

    @Test
    void aProjectAloneMeansItsConfiguredBranchElseMainElseMasterElseTheNewest() {
        bot.semaphore().push("web", "main", "Configured", "alice");
        bot.semaphore().push("web", "master", "Newer on master", "alice");
        bot.semaphore().push("api", "main", "On main", "alice");
        bot.semaphore().push("api", "master", "Newer on master", "alice");
        bot.semaphore().push("api", "topic", "Newer on topic", "alice");
        bot.semaphore().push("old", "master", "On master", "alice");
        bot.semaphore().push("old", "topic", "Newer on topic", "alice");
        bot.semaphore().push("odd", "trunk", "On trunk", "alice");
        bot.semaphore().push("odd", "topic", "The newest", "alice");

        assertThat(bot.asks(ALICE, "/semaphore status web").drawn()).contains("Configured");
        assertThat(bot.asks(ALICE, "/semaphore status api").drawn()).contains("On main");
        assertThat(bot.asks(ALICE, "/semaphore status old").drawn()).contains("On master");
        assertThat(bot.asks(ALICE, "/semaphore status odd").drawn()).contains("The newest");
    }

    @Test
    void whereNothingHasRunYetThatIsSaid() {
        assertThat(bot.asks(ALICE, "/semaphore status api").drawn())
                .contains("No workflows yet in api", "/semaphore run api");
    }
}
