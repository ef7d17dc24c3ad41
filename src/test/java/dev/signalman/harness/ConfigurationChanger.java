package dev.signalman.harness;

import dev.signalman.app.config.AdminAddress;
import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.gate.GateSecret;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ProjectSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a configuration that differs from another. */
public final class ConfigurationChanger {
    private final Configuration usual;
    private int port;
    private SlackSettings slack;
    private DatabaseAddress database;
    private Duration pollInterval;
    private ProjectSettings projects;
    private AccessRules access;
    private Policies promotions;
    private FileSubscriptions subscriptions;
    private @Nullable String webhookSecret;
    private Keyring keyring;
    private @Nullable URI publicUrl;
    private @Nullable AdminAddress admin;
    private @Nullable GateSecret gateSecret;

    private ConfigurationChanger(Configuration usual) {
        this.usual = usual;
        port = usual.port();
        slack = usual.slack();
        database = usual.database();
        pollInterval = usual.pollInterval();
        projects = usual.projects();
        access = usual.access();
        promotions = usual.promotions();
        subscriptions = usual.subscriptions();
        webhookSecret = usual.webhookSecret();
        gateSecret = usual.gateSecret();
        keyring = usual.keyring();
        publicUrl = usual.publicUrl();
        admin = usual.admin();
    }

    public static ConfigurationChanger from(Configuration usual) {
        return new ConfigurationChanger(usual);
    }

    public ConfigurationChanger port(int other) {
        port = other;
        return this;
    }

    public ConfigurationChanger slack(SlackSettings other) {
        slack = other;
        return this;
    }

    public ConfigurationChanger database(DatabaseAddress other) {
        database = other;
        return this;
    }

    public ConfigurationChanger pollInterval(Duration other) {
        pollInterval = other;
        return this;
    }

    public ConfigurationChanger projects(ProjectSettings other) {
        projects = other;
        return this;
    }

    public ConfigurationChanger access(AccessRules other) {
        access = other;
        return this;
    }

    public ConfigurationChanger promotions(Policies other) {
        promotions = other;
        return this;
    }

    public ConfigurationChanger subscriptions(FileSubscriptions other) {
        subscriptions = other;
        return this;
    }

    public ConfigurationChanger webhookSecret(String other) {
        webhookSecret = other;
        return this;
    }

    public ConfigurationChanger withoutWebhook() {
        webhookSecret = null;
        return this;
    }

    /** Adds an encryption key, so people can link tokens. */
    public ConfigurationChanger keyed() {
        return keyed(0);
    }

    /** Adds one of several encryption keys. */
    public ConfigurationChanger keyed(int which) {
        var bytes = new byte[EncryptionKey.LENGTH];
        bytes[0] = (byte) which;
        keyring = new Keyring(EncryptionKey.read(Base64.getEncoder().encodeToString(bytes)), List.of());
        return this;
    }

    /** Lets jobs without OIDC tokens sign at the gate. */
    public ConfigurationChanger gateSecret(String value) {
        gateSecret = new GateSecret(value);
        return this;
    }

    /** Sets the address at which Semaphore reaches the bot. */
    public ConfigurationChanger publicUrl(URI other) {
        publicUrl = other;
        return this;
    }

    /** Serves health and metrics on a separate port. */
    public ConfigurationChanger admin(AdminAddress address) {
        admin = address;
        return this;
    }

    public Configuration configuration() {
        return new Configuration(
                port,
                slack,
                usual.semaphore(),
                usual.semaphoreToken(),
                database,
                pollInterval,
                projects,
                access,
                promotions,
                subscriptions,
                webhookSecret,
                gateSecret,
                keyring,
                publicUrl,
                admin,
                usual.rulesFile());
    }
}
