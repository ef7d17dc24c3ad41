package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notifications get lost; subscriptions are still announced, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LostNotificationsTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.isNotifiedOf("web");
        bot.semaphore().notifications().lose(true);
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @Test
    void whatNoNotificationToldOfIsAnnounced() {
        bot.says(ALICE, DEPLOYS, "/semaphore subscribe web");
        bot.cardIn(DEPLOYS, "web");
        lookedThroughOnce();

        bot.passed("web", "Silver thimble");

        bot.cardIn(DEPLOYS, "Silver thimble", "passed");
    }

    @Test
    void whatIsFoundBothWaysIsAnnouncedOnce() {
        bot.says(ALICE, BUILDS, "/semaphore subscribe web mode=live");
        bot.cardIn(BUILDS, "web");
        lookedThroughOnce();

        var pipeline = bot.passed("web", "Tin whistle");
        bot.hints(pipeline);
        bot.hints(pipeline);
        bot.cardIn(BUILDS, "Tin whistle", "passed");
        bot.passed("web", "Oak barrel");
        bot.cardIn(BUILDS, "Oak barrel", "passed");

        assertThat(bot.messages(BUILDS))
                .filteredOn(message -> message.drawn().contains("Tin whistle"))
                .hasSize(1);
    }

    /** Waits for the first poll, from which a project is watched. */
    private void lookedThroughOnce() {
        bot.semaphore().forgetCalls();
        bot.until(
                "the projects were looked through",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.path().endsWith("/pipelines")
                                && call.query().contains("_after")));
    }
}
