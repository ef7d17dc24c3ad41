package dev.signalman.feature.enforcement;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.AdmittedSubject;
import dev.signalman.port.BotTokenAccount;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Credential;
import dev.signalman.storage.DatabaseOpenResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Knows whom enforced deployment targets admit: what {@code deploys_as} says, else the owner of the bot's token. No call of
 * Semaphore names the owner, but a changed target names who changed it (docs/semaphore.md, "Deployment targets").
 */
final class BotAccount implements BotTokenAccount {
    private final DatabaseOpenResult databaseOpenResult;
    private final InstantSource clock;
    private final String token;

    BotAccount(DatabaseOpenResult databaseOpenResult, Credential credential, InstantSource clock) {
        this.databaseOpenResult = databaseOpenResult;
        this.clock = clock;
        this.token = digest(credential.token());
    }

    /** The subject; empty if nobody knows the account yet. */
    Optional<AdmittedSubject> under(Policies policies) {
        return Optional.ofNullable(policies.deploysAs()).or(() -> id().map(AdmittedSubject::user));
    }

    @Override
    public Optional<String> id() {
        return databaseOpenResult
                .having("own_account")
                .flatMap(database -> database.jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT account FROM own_account WHERE token = :token")
                                .bind("token", token)
                                .mapTo(String.class)
                                .findOne()));
    }

    @Override
    public RowChange learning(String account) {
        return handle -> {
            handle.createUpdate("INSERT INTO own_account (token, account, learnt) VALUES (:token, :account, :now)"
                            + " ON CONFLICT DO NOTHING")
                    .bind("token", token)
                    .bind("account", account)
                    .bind("now", clock.instant())
                    .execute();
            handle.createUpdate("UPDATE own_account SET account = :account, learnt = :now"
                            + " WHERE token = :token AND account <> :account")
                    .bind("token", token)
                    .bind("account", account)
                    .bind("now", clock.instant())
                    .execute();
        };
    }

    /** A random token of this length can't be guessed from its digest. */
    private static String digest(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(("own account\n" + token).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
