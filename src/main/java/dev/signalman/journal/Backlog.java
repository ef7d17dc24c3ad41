package dev.signalman.journal;

import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How much is waiting, in all instances together. Each look is a query. */
public final class Backlog {
    private final Database database;
    private final InstantSource clock;

    @Inject
    Backlog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many invocations are due and not finished, and how many keys that were woken. */
    public int due() {
        return count("SELECT COUNT(*) FROM inbox WHERE due_at <= :now")
                + count("SELECT COUNT(*) FROM watches WHERE next_look <= :now AND wakes > 0");
    }

    /** For how long the oldest of those has been due; zero when there is none. */
    public Duration oldest() {
        Optional<Instant> oldest = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT MIN(due_at) FROM inbox WHERE due_at <= :now")
                        .bind("now", clock.instant())
                        .mapTo(Instant.class)
                        .findOne());
        return oldest.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }

    /** How many cards wait to be shown as they are wanted. */
    public int unshown() {
        return count("SELECT COUNT(*) FROM cards WHERE " + CardRow.LAGS + " AND made_at <= :now");
    }

    /** For how long the card that waits longest has; what merely tells of time going by is not counted, nor what only one person sees. */
    public Duration oldestUnshown() {
        Optional<Instant> oldest = database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                SELECT MIN(COALESCE(unsent_since, made_at))
                                FROM cards
                                WHERE %s AND urgency < :older
                                """.formatted(CardRow.LAGS_IN_CHANNEL))
                        .bind("older", UpdateUrgency.OLDER.rank())
                        .mapTo(Instant.class)
                        .findOne());
        return oldest.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }

    private int count(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("now", clock.instant())
                        .mapTo(Integer.class)
                        .one());
    }
}
