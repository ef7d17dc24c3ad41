package dev.signalman.feature.audit;

import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.domain.Actor;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in the ledger the key that its chain begins with, and each change of key. So if a key is set and the first
 * row is unkeyed, somebody without the key made it, or it is older than the key; {@link UnkeyedRowAdoption} settles
 * which.
 */
public final class LedgerKeyChange {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerKeyChange.class);

    private final Database database;
    private final Ledger ledger;
    private final LedgerHasher ledgerHasher;

    @Inject
    LedgerKeyChange(Database database, Ledger ledger, LedgerHasher ledgerHasher) {
        this.database = database;
        this.ledger = ledger;
        this.ledgerHasher = ledgerHasher;
    }

    /** Appends a row, unless the last one has the current key, or there is neither a row nor a key. */
    public void note() {
        database.inTransaction(handle -> {
            note(handle);
            return true;
        });
    }

    private void note(Handle handle) {
        var head = JdbiLedger.lock(handle);
        var key = Objects.requireNonNullElse(ledgerHasher.current(), "");
        if (head.number() == 0) {
            if (!key.isEmpty()) {
                append(handle, "The chain begins with the key " + key + ".");
            }
            return;
        }
        var last = JdbiLedger.lastKey(handle, head);
        if (last.equals(key)) {
            return;
        }
        if (last.isEmpty()) {
            LOG.warn(
                    "The ledger's rows up to {} have no key, though one is set, so nobody vouches for them. If the key was set only "
                            + "now, take a head that was kept elsewhere, and run audit adopt --head <n:hash>. If it was set before, "
                            + "somebody made the ledger anew: run audit verify.",
                    head.number());
        }
        append(handle, words(key, last));
    }

    private static String words(String key, String last) {
        if (key.isEmpty()) {
            return "The chain goes on without a key.";
        }
        return "The chain goes on with the key " + key + "."
                + (last.isEmpty() ? " Nobody vouches yet for the rows before this one, which have none." : "");
    }

    private void append(Handle handle, String words) {
        ledger.append(
                handle,
                List.of(new LedgerEntry(
                        LedgerEntry.Kind.KEY, Actor.ITSELF, null, null, "", null, ActResult.State.DONE, words)));
    }
}
