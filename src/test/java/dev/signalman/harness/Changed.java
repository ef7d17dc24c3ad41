package dev.signalman.harness;

import dev.signalman.app.config.AdminDoor;
import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ProjectSettings;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration that differs from another in what is said of it. */
public final class Changed {
    private final Configuration usual;
    private SlackSettings slack;
    private DatabaseAddress database;
    private Duration pollInterval;
    private ProjectSettings projects;
    private AccessRules access;
    private Policies promotions;
    private FileSubscriptions subscriptions;
    private @Nullable String webhookSecret;
    private Keyring keyring;
    private @Nullable AdminDoor admin;

    private Changed(Configuration usual) {
        this.usual = usual;
        slack = usual.slack();
        database = usual.database();
        pollInterval = usual.pollInterval();
        projects = usual.projects();
        access = usual.access();
        promotions = usual.promotions();
        subscriptions = usual.subscriptions();
        webhookSecret = usual.webhookSecret();
        keyring = usual.keyring();
        admin = usual.admin();
    }

    /** Begins with this one. */
    public static Changed from(Configuration usual) {
        return new Changed(usual);
    }

    /** Slack's tokens and secret. */
    public Changed slack(SlackSettings other) {
        slack = other;
        return this;
    }

    /** Where the state is kept. */
    public Changed database(DatabaseAddress other) {
        database = other;
        return this;
    }

    /** How often a pipeline is asked about. */
    public Changed pollInterval(Duration other) {
        pollInterval = other;
        return this;
    }

    /** What the file says of projects. */
    public Changed projects(ProjectSettings other) {
        projects = other;
        return this;
    }

    /** Who may say what. */
    public Changed access(AccessRules other) {
        access = other;
        return this;
    }

    /** The rules of promotions. */
    public Changed promotions(Policies other) {
        promotions = other;
        return this;
    }

    /** The file's subscriptions. */
    public Changed subscriptions(FileSubscriptions other) {
        subscriptions = other;
        return this;
    }

    /** What Semaphore's notifications must be signed with. */
    public Changed webhookSecret(String other) {
        webhookSecret = other;
        return this;
    }

    /** Takes no webhooks. */
    public Changed withoutWebhook() {
        webhookSecret = null;
        return this;
    }

    /** Has an encryption key, so that people can link tokens. */
    public Changed keyed() {
        var key = EncryptionKey.read(Base64.getEncoder().encodeToString(new byte[EncryptionKey.LENGTH]));
        keyring = new Keyring(key, List.of());
        return this;
    }

    /** Serves health and metrics on a port of their own. */
    public Changed admin(AdminDoor door) {
        admin = door;
        return this;
    }

    /** What came of it. */
    public Configuration configuration() {
        return new Configuration(
                usual.port(),
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
                keyring,
                admin,
                usual.rulesFile());
    }
}
