package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.subject.ProjectSettings;
import dev.signalman.subject.ProjectSettings.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bare project name means the configured branch, although main exists and is newer. */
final class DefaultBranchTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.configured(DefaultBranchTest::meaningTrunk);
    }

    private static Configuration meaningTrunk(Configuration usual) {
        return ConfigurationChanger.from(usual)
                .projects(new ProjectSettings(Map.of("web", new Setting("trunk", List.of("staging", "production")))))
                .configuration();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void passed(String branch, String message) {
        bot.semaphore()
                .finish(bot.semaphore().push("web", branch, message, "alice").pipelineId());
    }

    @Test
    void itIsWhatIsAskedAboutRunAndPromoted() {
        passed("trunk", "Plant the oak");
        passed("main", "Newer on main");

        assertThat(bot.asks(ALICE, "/semaphore projects").drawn()).contains("web  `trunk`");
        assertThat(bot.asks(ALICE, "/semaphore status web").drawn()).contains("on `trunk`", "Plant the oak");
        bot.says(ALICE, "/semaphore promote staging web");
        bot.answer(ALICE, "Promoting web on trunk", "Plant the oak");
        bot.card("Promoted to staging by Alice", "Plant the oak");
        bot.says(BOB, "/semaphore run web");
        bot.card("Run by Bob", "on `trunk`");
    }

    @Test
    void itIsWhatCouldBeDeployedWhereNothingIsYet() {
        passed("trunk", "Plant the oak");
        passed("main", "Newer on main");

        var deploys = bot.asks(ALICE, "/semaphore deploys web");
        bot.presses(ALICE, deploys, "Promote to staging");
        bot.card("Promoted to staging by Alice", "Plant the oak");
    }

    @Test
    void whereNothingRanThereNoOtherBranchIsTakenForIt() {
        passed("main", "Only on main");

        assertThat(bot.asks(ALICE, "/semaphore status web").drawn())
                .contains("No workflows yet in web on trunk (its default branch in signalman.yml)");
    }
}
