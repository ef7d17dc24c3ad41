package dev.signalman.schedule;

import dev.signalman.port.Chore;
import dev.signalman.storage.PurgedTable;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** Deletes the old rows of a table. */
public final class OldRowPurge implements Chore {
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final PurgedTable purged;

    /** Purges one table. */
    public OldRowPurge(Jdbi jdbi, InstantSource clock, PurgedTable purged) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.purged = purged;
    }

    @Override
    public String name() {
        return purged.chore();
    }

    @Override
    public Duration every() {
        return purged.every();
    }

    @Override
    public void run() {
        jdbi.useTransaction(handle -> handle.createUpdate("DELETE FROM <table> WHERE <column> < :before")
                .define("table", purged.table())
                .define("column", purged.column())
                .bind("before", clock.instant().minus(purged.kept()))
                .execute());
    }
}
