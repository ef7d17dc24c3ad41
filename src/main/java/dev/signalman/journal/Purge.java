package dev.signalman.journal;

import dev.signalman.dispatch.Chore;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets what was finished long ago. It goes in small steps, since every transaction has to be short. */
final class Purge implements Chore {
    /** A repeated delivery is known for so long. */
    private static final Duration INVOCATIONS = Duration.ofDays(7);

    /** A card's buttons are traced back for so long; older ones still work, but do not vanish when pressed. */
    private static final Duration CARDS = Duration.ofDays(60);

    private static final int STEP = 500;

    private final Database database;
    private final WatchRows watches;
    private final InstantSource clock;

    @Inject
    Purge(Database database, WatchRows watches, InstantSource clock) {
        this.database = database;
        this.watches = watches;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-journal";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        purge("""
                delete from acts where invocation_id in (select invocation_id from acts
                    join inbox on inbox.id = acts.invocation_id
                    where inbox.due_at is null and inbox.finished_at < :before limit :step)""", now.minus(INVOCATIONS));
        purge("""
                delete from inbox where id in (select id from inbox
                    where due_at is null and finished_at < :before limit :step)""", now.minus(INVOCATIONS));
        purge("""
                delete from cards where card_key in (select card_key from cards
                    where kind in ('ASIDE', 'LINK') and made_at < :before limit :step)""", now.minus(INVOCATIONS));
        purge("""
                delete from cards where card_key in (select card_key from cards
                    where lane is null and made_at < :before limit :step)""", now.minus(CARDS));
        database.inTransaction(watches::forget);
    }

    private void purge(String statement, Instant before) {
        int gone;
        do {
            gone = database.inTransaction(handle -> handle.createUpdate(statement)
                    .bind("before", before)
                    .bind("step", STEP)
                    .execute());
        } while (gone == STEP);
    }
}
