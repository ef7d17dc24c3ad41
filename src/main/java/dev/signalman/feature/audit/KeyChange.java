package dev.signalman.feature.audit;

import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.Ledger;
import dev.signalman.domain.Actor;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Notes in the ledger that its chain goes on with another key. So a ledger whose last row has no key, though one is set, was made by
 * somebody without it, or no bot was started since.
 */
public final class KeyChange {
    private static final Actor ITSELF = new Actor("", "Signalman", null);

    private final Database database;
    private final Ledger ledger;
    private final Sealing sealing;

    @Inject
    KeyChange(Database database, Ledger ledger, Sealing sealing) {
        this.database = database;
        this.ledger = ledger;
        this.sealing = sealing;
    }

    /** Writes a row, unless the last one has the key that is set, or there is none. */
    public void note() {
        database.inTransaction(handle -> {
            if (differs(handle)) {
                append(handle);
            }
            return true;
        });
    }

    private boolean differs(Handle handle) {
        return handle.createQuery("select coalesce(key_id, '') from ledger order by number desc limit 1")
                .mapTo(String.class)
                .findOne()
                .map(last -> !last.equals(Objects.requireNonNullElse(sealing.current(), "")))
                .orElse(false);
    }

    private void append(Handle handle) {
        var key = sealing.current();
        var words = key == null ? "The chain goes on without a key." : "The chain goes on with the key " + key + ".";
        try {
            ledger.append(
                    handle.getConnection(),
                    List.of(new Entry(Entry.Kind.KEY, ITSELF, null, null, "", null, Carried.State.DONE, words)));
        } catch (SQLException failed) {
            throw new IllegalStateException("The ledger cannot be written", failed);
        }
    }
}
