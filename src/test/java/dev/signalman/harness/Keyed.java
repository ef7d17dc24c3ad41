package dev.signalman.harness;

import dev.signalman.app.config.Configuration;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import java.util.Base64;
import java.util.List;

/** Configurations with an encryption key, so that people can link tokens. */
public final class Keyed {
    private Keyed() {}

    /** The usual one with a key. */
    public static Configuration keyed(Configuration usual) {
        var key = EncryptionKey.read(Base64.getEncoder().encodeToString(new byte[EncryptionKey.LENGTH]));
        return with(usual, usual.promotions(), new Keyring(key, List.of()));
    }

    /** The same with other rules and keys. */
    public static Configuration with(Configuration usual, Policies policies, Keyring keys) {
        return new Configuration(
                usual.port(),
                usual.slack(),
                usual.semaphore(),
                usual.semaphoreToken(),
                usual.database(),
                usual.pollInterval(),
                usual.projects(),
                usual.access(),
                policies,
                usual.subscriptions(),
                usual.webhookSecret(),
                keys);
    }
}
