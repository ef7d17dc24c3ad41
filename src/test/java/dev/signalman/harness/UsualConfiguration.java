package dev.signalman.harness;

import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Credential;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.notifications.NotificationRule;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ProjectSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The default configuration of dialogues. */
final class UsualConfiguration {
    static final String WEBHOOK_SECRET = "shared-with-semaphore";

    private UsualConfiguration() {}

    static Configuration of(
            SlackTransport transport,
            SimulatedSlack slack,
            SimulatedSemaphore semaphore,
            DatabaseAddress database,
            Policies rules) {
        return new Configuration(
                0,
                transport.settings(slack),
                URI.create(semaphore.url()),
                new Credential(semaphore.token("signalman-bot")),
                database,
                Duration.ofSeconds(1),
                new ProjectSettings(
                        Map.of("web", new ProjectSettings.Setting("main", List.of("staging", "production")))),
                new AccessRules(Map.of("agents", List.of(WorkspaceFixture.PLATFORM))),
                rules,
                new FileSubscriptions(List.of()),
                WEBHOOK_SECRET,
                Keyring.EMPTY);
    }

    /** The environment of a bot whose configuration is read from a file. */
    static Map<String, String> environment(SimulatedSlack slack, SimulatedSemaphore semaphore) {
        return Map.of(
                "PORT", "0",
                "SLACK_BOT_TOKEN", slack.app().botToken(),
                "SLACK_SIGNING_SECRET", slack.app().signingSecret(),
                "SLACK_API_URL", slack.apiUrl(),
                "SEMAPHORE_URL", semaphore.url(),
                "SEMAPHORE_API_TOKEN", semaphore.token("signalman-bot"),
                "SIGNALMAN_POLL_INTERVAL", "PT1S");
    }

    /** A folder with that file, and these lines in it. */
    static Path folder(String... lines) throws IOException {
        var folder = Files.createTempDirectory("signalman-reread");
        Files.write(folder.resolve("signalman.yml"), List.of(lines));
        return folder;
    }

    /** Notifications whose sender waits longer than Semaphore does, since a busy machine is not what is tested. */
    static NotificationRule notifications(URI endpoint, String... projects) {
        return new NotificationRule(List.of(projects), endpoint, WEBHOOK_SECRET, Duration.ofSeconds(10), 0);
    }
}
