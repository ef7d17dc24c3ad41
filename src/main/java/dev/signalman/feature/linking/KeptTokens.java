package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.storage.Opening;
import jakarta.inject.Inject;
import java.util.List;

/** What lies in the database, for somebody who only looks: it may be closed, or without tables yet. */
final class KeptTokens {
    private final Opening opening;

    @Inject
    KeptTokens(Opening opening) {
        this.opening = opening;
    }

    /** All linked tokens, encrypted; none when there is nowhere to look. */
    List<Bytes> sealed() {
        return opening.having("linked_token")
                .map(database -> database.jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT sealed FROM linked_token")
                                .map((row, context) -> Bytes.copyFrom(row.getBytes("sealed")))
                                .list()))
                .orElse(List.of());
    }
}
