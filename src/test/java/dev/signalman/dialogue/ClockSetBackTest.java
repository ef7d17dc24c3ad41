package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bot's clock was an hour ahead and is corrected; Slack and Semaphore keep their own time. */
final class ClockSetBackTest {
    @Test
    void notificationsGoOnAsIfNothingWas() throws Exception {
        try (var bot = Dialogue.start()) {
            bot.isNotifiedOf("web");
            bot.subscribes(ALICE, BUILDS, "web");
            bot.setsItsClock(Duration.ofHours(1));
            bot.passed("web", "Ahead");
            bot.cardIn(BUILDS, "Ahead");

            bot.setsItsClock(Duration.ofHours(-1));
            bot.passed("web", "Told of");
            bot.cardIn(BUILDS, "Told of");
            bot.semaphore().notifications().lose(true);
            bot.passed("web", "Looked for");
            bot.cardIn(BUILDS, "Looked for");
            bot.setsItsClock(Duration.ofHours(-1));
            bot.passed("web", "Looked for behind");
            bot.cardIn(BUILDS, "Looked for behind");

            bot.untilAllIsDone();
            assertThat(bot.shown(BUILDS, "Ahead")).hasSize(1);
            assertThat(bot.shown(BUILDS, "Told of")).hasSize(1);
            assertThat(bot.shown(BUILDS, "Looked for")).hasSize(2);
        }
    }
}
