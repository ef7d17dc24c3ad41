package dev.signalman.app.config;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.gate.GateSecret;
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
 * The complete, validated configuration.
 *
 * @param port the port for Slack; 0 for any free one
 * @param pollInterval the interval at which a watched pipeline is polled
 * @param webhookSecret the secret with which Semaphore signs its notifications; null if it is not set
 * @param gateSecret the secret with which jobs without OIDC tokens sign at the gate; null if it is not set
 * @param keyring the encryption keys; secrets
 * @param publicUrl the address at which Semaphore and people's browsers reach this bot; null if it is not set
 * @param admin the address for health and metrics; null to serve them on {@code port}
 * @param rulesFile the file that was read, as {@code name sha256:hash}; {@code ""} without a file
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
        @Nullable GateSecret gateSecret,
        Keyring keyring,
        @Nullable URI publicUrl,
        @Nullable AdminAddress admin,
        String rulesFile) {
    /** A configuration without a file that serves everything on one port. */
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
                null,
                keyring,
                null,
                null,
                "");
    }

    /** Takes the values of {@code read} that may change while the bot runs, and keeps all others. */
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
                gateSecret,
                keyring,
                publicUrl,
                admin,
                read.rulesFile);
    }

    @Override
    public String toString() {
        return "Configuration[" + semaphore + "]";
    }
}
