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
                append(handle, "The chain begins with key " + key + ".");
            }
            return;
        }
        var last = JdbiLedger.lastKey(handle, head);
        if (last.equals(key)) {
            return;
        }
        if (last.isEmpty()) {
            LOG.warn(
                    "The ledger's rows up to {} have no key, although one is set, so nobody vouches for them. If "
                            + "you just set the key, run audit adopt --head <n:hash> with a head that you kept elsewhere. "
                            + "If it was set before, someone rewrote the ledger: run audit verify.",
                    head.number());
        }
        append(handle, words(key, last));
    }

    private static String words(String key, String last) {
        if (key.isEmpty()) {
            return "The chain continues without a key.";
        }
        return "The chain continues with key " + key + "."
                + (last.isEmpty() ? " Nobody has vouched yet for the earlier rows, which have no key." : "");
    }

    private void append(Handle handle, String words) {
        ledger.append(
                handle,
                List.of(new LedgerEntry(
                        LedgerEntry.Kind.KEY, Actor.ITSELF, null, null, "", null, ActResult.State.DONE, words)));
    }
}
