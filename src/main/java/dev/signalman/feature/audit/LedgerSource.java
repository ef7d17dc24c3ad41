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
     * Opens the ledger of a database; through a running bot, when it has the file of the embedded one to itself.
     *
     * @throws ClosedDatabaseException when the database is not there, or another process has it and does not answer
     */
    static LedgerSource open(DatabaseAddress address) {
        try {
            return new DatabaseLedgerSource(Database.look(address));
        } catch (ClosedDatabaseException closed) {
            var door = address.beside(LedgerSocket.ENDING);
            if (closed.kind() == ClosedDatabaseException.Kind.IN_USE && door != null) {
                return new RemoteLedgerSource(door);
            }
            throw closed;
        }
    }

    /** Where it ends. */
    LedgerHead head() throws IOException;

    /** Gives every row, the lowest first. */
    void each(Consumer<LedgerRow> taker) throws IOException;

    /** Goes through it, row by row; {@code kept} is where it once ended, null for nothing known. */
    LedgerVerdict verify(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) throws IOException;

    @Override
    void close();
}
