package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SignedRequests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What comes of Semaphore's notifications. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SemaphoreNotificationTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.isNotifiedOf("web");
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @Test
    void withoutASecretThereIsNoSuchEndpoint() throws Exception {
        try (var deaf = Dialogue.configured(SemaphoreNotificationTest::withoutSecret)) {
            assertThat(new SignedRequests(deaf)
                            .ask("POST", "/semaphore/webhook")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static Configuration withoutSecret(Configuration usual) {
        return ConfigurationChanger.from(usual).withoutWebhook().configuration();
    }

    @Test
    void theEndOfADeployFromTheWebShowsOnTheStandingCardOfItsParent() {
        var pipeline = bot.passed("web", "Copper kettle");
        bot.says(ALICE, "/semaphore rerun " + pipeline);
        var card = bot.card("Copper kettle", "Rerun by Alice");
        var all = bot.semaphore().pipelines("web");
        var rerun = all.get(all.size() - 1);
        bot.semaphore().finish(rerun);
        bot.becomes(card, "[Promote to staging]");

        bot.semaphore().finish(bot.promotedOnTheWeb("web", rerun, "staging"));

        bot.becomes(card, "*staging*: deployed");
        bot.until(
                "all were taken",
                () -> bot.semaphore().notifications().deliveries().stream()
                        .allMatch(delivery -> delivery.status() == 200));
        assertThat(bot.semaphore().notifications().deliveries()).isNotEmpty();
    }
}
