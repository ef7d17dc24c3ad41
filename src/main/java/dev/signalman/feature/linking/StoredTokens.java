package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.storage.DatabaseOpenResult;
import jakarta.inject.Inject;
import java.util.List;

/** Reads stored tokens for checks; the database may be closed, or without tables. */
final class StoredTokens {
    private final DatabaseOpenResult databaseOpenResult;

    @Inject
    StoredTokens(DatabaseOpenResult databaseOpenResult) {
        this.databaseOpenResult = databaseOpenResult;
    }

    /** All linked tokens, encrypted; empty when the database cannot be read. */
    List<Bytes> sealed() {
        return databaseOpenResult
                .having("linked_token")
                .map(database -> database.jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT sealed FROM linked_token")
                                .map((row, context) -> Bytes.copyFrom(row.getBytes("sealed")))
                                .list()))
                .orElse(List.of());
    }
}
