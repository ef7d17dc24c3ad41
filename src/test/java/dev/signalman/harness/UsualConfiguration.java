package dev.signalman.harness;

import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Credential;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ProjectSettings;
import java.net.URI;
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
}
