package dev.signalman.app.config;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Credential;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ProjectSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, checked.
 *
 * @param port 0 for any free one
 * @param pollInterval how often a pipeline that is watched is asked about
 * @param webhookSecret signs what Semaphore sends; a secret, null when it is not set
 * @param keyring the encryption keys; secrets
 * @param admin null when health and metrics are served on {@code port}
 * @param rulesFile the file that was read, as {@code name sha256:hash}; {@code ""} when there is none
 */
public record Configuration(
        int port,
        SlackSettings slack,
        URI semaphore,
        Credential semaphoreToken,
        DatabaseAddress database,
        Duration pollInterval,
        ProjectSettings projects,
        AccessRules access,
        Policies promotions,
        FileSubscriptions subscriptions,
        @Nullable String webhookSecret,
        Keyring keyring,
        @Nullable AdminAddress admin,
        String rulesFile) {
    /** One without a file, that serves everything on one port. */
    public Configuration(
            int port,
            SlackSettings slack,
            URI semaphore,
            Credential semaphoreToken,
            DatabaseAddress database,
            Duration pollInterval,
            ProjectSettings projects,
            AccessRules access,
            Policies promotions,
            FileSubscriptions subscriptions,
            @Nullable String webhookSecret,
            Keyring keyring) {
        this(
                port,
                slack,
                semaphore,
                semaphoreToken,
                database,
                pollInterval,
                projects,
                access,
                promotions,
                subscriptions,
                webhookSecret,
                keyring,
                null,
                "");
    }

    /** What may change while the bot runs is what {@code read} says; everything else stays. */
    Configuration taking(Configuration read) {
        return new Configuration(
                port,
                slack,
                semaphore,
                semaphoreToken,
                database,
                pollInterval,
                read.projects,
                read.access,
                read.promotions,
                read.subscriptions,
                webhookSecret,
                keyring,
                admin,
                read.rulesFile);
    }

    @Override
    public String toString() {
        return "Configuration[" + semaphore + "]";
    }
}
