package dev.signalman.app.checks;

import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.storage.Database;
import dev.signalman.storage.Opening;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whether Semaphore's notifications arrive where a webhook secret is set. Semaphore tells nobody when it sends none, for instance because
 * the account that made the notification can no longer see the project (docs/semaphore.md, "Notifications").
 */
final class LastNotificationCheck implements Check {
    private static final String LAST = "the last notification from Semaphore";

    private final boolean configured;
    private final @Nullable Database database;

    @Inject
    LastNotificationCheck(Configuration configuration, Opening opening) {
        this.configured = configuration.webhookSecret() != null;
        this.database = opening instanceof Opening.Open open ? open.database() : null;
    }

    @Override
    public String about() {
        return LAST;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        if (!configured || database == null) {
            return List.of();
        }
        return database.jdbi().withHandle(handle -> made(handle) ? List.of(found(handle)) : List.of());
    }

    private static boolean made(Handle handle) {
        return handle.createQuery("select count(*) from information_schema.tables where table_name = 'inbox'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Finding found(Handle handle) {
        // rows are kept for a week, and one is enough: all of them need not be read
        var came = handle.createQuery("select id from inbox where id like 'webhook:%' limit 1")
                .mapTo(String.class)
                .findOne();
        return came.isPresent()
                ? Finding.fine(LAST, "One was taken within the last week.")
                : Finding.worthALook(
                        LAST,
                        "SEMAPHORE_WEBHOOK_SECRET is set, but no notification came within the last week.",
                        "Run \"sem connect\" with the bot's own token, and make a notification for each subscribed project to this"
                                + " host's /semaphore/webhook. The secret that it names must hold the same value as WEBHOOK_SECRET: I"
                                + " refuse what is signed with another, or not at all. Semaphore sends nothing, and tells nobody, when the"
                                + " account that made the notification cannot see the project. Let a pipeline end, then run doctor"
                                + " again.");
    }
}
