package dev.signalman.app.checks;

import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.storage.DatabaseOpenResult;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Checks that Semaphore's notifications arrive where a webhook secret is set. Semaphore reports nowhere that it sends
 * none, for instance because the account that made the notification can no longer see the project (docs/semaphore.md,
 * "Notifications").
 */
final class LastNotificationCheck implements Check {
    private static final String LAST = "last notification from Semaphore";

    private final boolean configured;
    private final DatabaseOpenResult databaseOpenResult;

    @Inject
    LastNotificationCheck(Configuration configuration, DatabaseOpenResult databaseOpenResult) {
        this.configured = configuration.webhookSecret() != null;
        this.databaseOpenResult = databaseOpenResult;
    }

    @Override
    public String about() {
        return LAST;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (!configured) {
            return List.of();
        }
        return databaseOpenResult
                .having("inbox")
                .map(database -> List.of(database.jdbi().withHandle(LastNotificationCheck::found)))
                .orElse(List.of());
    }

    private static CheckResult found(Handle handle) {
        // rows are kept for a week, and one is enough
        var came = handle.createQuery("SELECT id FROM inbox WHERE id LIKE 'webhook:%' LIMIT 1")
                .mapTo(String.class)
                .findOne();
        return came.isPresent()
                ? CheckResult.fine(LAST, "Received within the last week.")
                : CheckResult.worthALook(
                        LAST,
                        "SEMAPHORE_WEBHOOK_SECRET is set, but no notification arrived within the last week.",
                        "Let a pipeline finish, then run doctor again. If there is still none, see /semaphore "
                                + "notifications. Make it with the bot's own token: Semaphore sends nothing once the account "
                                + "that made it can't see the project. The secret that it names must hold the same value as "
                                + "WEBHOOK_SECRET.");
    }
}
