package dev.signalman.feature.audit;

import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a ledger is read from, by somebody who is not the bot. */
public sealed interface LedgerSource extends AutoCloseable permits DatabaseLedgerSource, RemoteLedgerSource {
    /**
     * Opens a database's ledger, through a running bot if that holds the embedded database.
     *
     * @throws ClosedDatabaseException when the database is missing, or its process does not answer
     */
    static LedgerSource open(DatabaseAddress address) {
        try {
            return new DatabaseLedgerSource(Database.look(address));
        } catch (ClosedDatabaseException closed) {
            var socket = address.beside(LedgerSocket.ENDING);
            if (closed.kind() == ClosedDatabaseException.Kind.IN_USE && socket != null) {
                return new RemoteLedgerSource(socket);
            }
            throw closed;
        }
    }

    LedgerHead head() throws IOException;

    /** Passes every row to {@code taker}, lowest first. */
    void each(Consumer<LedgerRow> taker) throws IOException;

    /** Verifies the ledger row by row; {@code kept} is a head kept elsewhere, null for none. */
    LedgerVerdict verify(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) throws IOException;

    @Override
    void close();
}
