package dev.signalman.app.checks;

import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.storage.Database;
import dev.signalman.storage.Opening;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whether Semaphore's notifications come where they are configured: Semaphore tells nobody when it sends none, such as when the
 * account that made the notification may not see the project any more (docs/semaphore.md, "Notifications").
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
        Optional<Instant> last = handle.createQuery("select max(taken) from inbox where id like 'webhook:%'")
                .mapTo(Instant.class)
                .findOne();
        return last.map(at -> Finding.fine(LAST, "Taken at " + at.truncatedTo(ChronoUnit.SECONDS) + "."))
                .orElseGet(() -> Finding.worthALook(
                        LAST,
                        "SEMAPHORE_WEBHOOK_SECRET is set, but none ever came, or none for a week.",
                        "Make the notification in Semaphore with my own token (sem connect with it first), for each project that is"
                                + " subscribed to, to the endpoint /semaphore/webhook of this host. Semaphore sends nothing, and tells"
                                + " nobody, when the account that made the notification may not see the project. Then let a pipeline end,"
                                + " and look here again."));
    }
}
