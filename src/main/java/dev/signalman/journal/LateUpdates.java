package dev.signalman.journal;

import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps the last word on a message. An update whose answer was lost may reach Slack after newer ones and overwrite them; so once it has
 * arrived, or never will, the message is sent once more as it is wanted then. That is written down with the card: whichever process is
 * alive by then does it.
 */
final class LateUpdates {
    /** What was on its way to Slack when its sender heard no more of it has arrived by then, or never will. */
    static final Duration LANDED = Duration.ofSeconds(30);

    private final Database database;
    private final InstantSource clock;

    @Inject
    LateUpdates(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The answer to an update of this card was lost. */
    void lost(CardRow row) {
        var landed = clock.instant().plus(LANDED);
        int unused = database.inTransaction(
                handle -> handle.createUpdate("update cards set landed_by = :landed where card_key = :key and ts = :ts")
                        .bind("landed", landed)
                        .bind("key", row.key())
                        .bind("ts", row.timestamp())
                        .execute());
    }

    /** Marks the messages on which the last update that was lost has landed by now to be sent once more. */
    void repair() {
        var now = clock.instant();
        if (!any(now)) {
            return; // most times, and what writes nothing lets the file of the database rest
        }
        int unused = database.inTransaction(handle -> {
            int repaired = handle.createUpdate("""
                            update cards set wanted = wanted + 1, lane = channel,
                                urgency = case when lane is null then :older else urgency end,
                                unsent_since = coalesce(unsent_since, :now)
                            where landed_by <= :now and ts is not null and gave_up is null""")
                    .bind("now", now)
                    .bind("older", UpdateUrgency.OLDER.rank())
                    .execute();
            handle.createUpdate("update cards set landed_by = null where landed_by <= :now")
                    .bind("now", now)
                    .execute();
            return repaired;
        });
    }

    private boolean any(Instant now) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select card_key from cards where landed_by <= :now limit 1")
                        .bind("now", now)
                        .mapTo(String.class)
                        .findOne())
                .isPresent();
    }
}
