package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.storage.Database;
import dev.signalman.storage.Opening;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in the database, for somebody who only looks: it may be closed, or without tables yet. */
final class KeptTokens {
    private final @Nullable Database database;

    @Inject
    KeptTokens(Opening opening) {
        this.database = opening instanceof Opening.Open open ? open.database() : null;
    }

    /** All linked tokens, encrypted; none when there is nowhere to look. */
    List<Bytes> sealed() {
        if (database == null) {
            return List.of();
        }
        return database.jdbi().withHandle(handle -> {
            boolean there = handle.createQuery(
                                    "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'linked_token'")
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            return there
                    ? handle.createQuery("SELECT sealed FROM linked_token")
                            .map((row, context) -> Bytes.copyFrom(row.getBytes("sealed")))
                            .list()
                    : List.<Bytes>of();
        });
    }
}
