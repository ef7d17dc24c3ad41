package dev.signalman.engine;

import dev.signalman.engine.cards.CardRow;
import dev.signalman.engine.cards.UpdateUrgency;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How much work waits in all instances together. Each call is a query. */
public final class Backlog {
    private final Database database;
    private final InstantSource clock;

    @Inject
    Backlog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Number of due invocations and woken keys. */
    public int due() {
        return count("SELECT COUNT(*) FROM inbox WHERE due_at <= :now")
                + count("SELECT COUNT(*) FROM watches WHERE next_look <= :now AND wakes > 0");
    }

    /** How long the oldest of them has been due; zero for none. */
    public Duration oldest() {
        Optional<Instant> oldest = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT MIN(due_at) FROM inbox WHERE due_at <= :now")
                        .bind("now", clock.instant())
                        .mapTo(Instant.class)
                        .findOne());
        return oldest.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }

    /** Number of cards with unsent changes. */
    public int unshown() {
        return count("SELECT COUNT(*) FROM cards WHERE " + CardRow.LAGS + " AND made_at <= :now");
    }

    /** How long the oldest unsent card has waited, without mere ageing and asides. */
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
