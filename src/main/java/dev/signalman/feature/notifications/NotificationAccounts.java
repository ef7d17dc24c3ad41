package dev.signalman.feature.notifications;

import dev.signalman.dispatch.RowChange;
import dev.signalman.storage.DatabaseOpenResult;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the bot's own Semaphore account, which only the answer to making a notification names, in the table
 * {@code notification_account}.
 */
final class NotificationAccounts {
    private static final String TABLE = "notification_account";

    private final DatabaseOpenResult databaseOpenResult;

    @Inject
    NotificationAccounts(DatabaseOpenResult databaseOpenResult) {
        this.databaseOpenResult = databaseOpenResult;
    }

    /** Whether an account is certainly not the bot's. */
    boolean isAnother(String account) {
        return databaseOpenResult
                .having(TABLE)
                .flatMap(database -> database.jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT account FROM notification_account")
                                .mapTo(String.class)
                                .findOne()))
                .filter(own -> !own.equals(account))
                .isPresent();
    }

    /**
     * Remembers an account as the bot's, and no other.
     *
     * @param account null to remember none: after a lost answer, somebody else may have made what is found
     */
    static RowChange madeBy(@Nullable String account) {
        return handle -> {
            handle.execute("DELETE FROM notification_account");
            if (account != null) {
                handle.createUpdate("INSERT INTO notification_account (account) VALUES (:account)")
                        .bind("account", account)
                        .execute();
            }
        };
    }
}
