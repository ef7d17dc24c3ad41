package dev.signalman.engine.cards;

import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes the last update of a message win. An update whose answer was lost may reach Slack after newer ones and
 * overwrite them. So once it must have arrived or failed, the message is sent once more. That time is stored with the
 * card, so any living process does it.
 */
public final class LateUpdates {
    /** Time after which an unanswered update has arrived, or never will. */
    static final Duration LANDED = Duration.ofSeconds(30);

    private final Database database;
    private final InstantSource clock;

    @Inject
    LateUpdates(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Records that the answer to an update was lost. */
    void lost(CardRow row) {
        var landed = clock.instant().plus(LANDED);
        int unused = database.inTransaction(
                handle -> handle.createUpdate("update cards set landed_by = :landed where card_key = :key and ts = :ts")
                        .bind("landed", landed)
                        .bind("key", row.key())
                        .bind("ts", row.timestamp())
                        .execute());
    }

    /** Marks messages to be sent once more whose lost updates have landed by now. */
    void repair() {
        var now = clock.instant();
        if (!any(now)) {
            return; // the usual case: without a write the database's file stays unchanged
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
