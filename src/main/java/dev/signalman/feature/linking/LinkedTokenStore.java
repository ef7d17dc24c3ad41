package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.dispatch.RowChange;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Linked tokens, in the table {@code linked_token}, one per person. It never sees one in clear. */
final class LinkedTokenStore {
    private static final RowMapper<LinkedToken> LINK = (row, context) -> new LinkedToken(
            row.getString("id"),
            new TokenOwner(row.getString("team_id"), row.getString("user_id")),
            Bytes.copyFrom(row.getBytes("sealed")),
            InstantColumns.instant(row, "linked_at"));

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    LinkedTokenStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Optional<LinkedToken> of(TokenOwner owner) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM linked_token WHERE team_id = :team AND user_id = :user")
                        .bind("team", owner.team())
                        .bind("user", owner.user())
                        .map(LINK)
                        .findOne());
    }

    Optional<LinkedToken> withId(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM linked_token WHERE id = :id")
                .bind("id", id)
                .map(LINK)
                .findOne());
    }

    List<LinkedToken> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM linked_token").map(LINK).list());
    }

    /** Stores a person's token in the place of any other. */
    RowChange linking(String id, TokenOwner owner, Bytes sealed) {
        var now = clock.instant();
        return handle -> {
            unlinking(owner).write(handle);
            handle.createUpdate("""
                            INSERT INTO linked_token (id, team_id, user_id, sealed, linked_at)
                            VALUES (:id, :team, :user, :sealed, :now)
                            """)
                    .bind("id", id)
                    .bind("team", owner.team())
                    .bind("user", owner.user())
                    .bind("sealed", sealed.toByteArray())
                    .bind("now", now)
                    .execute();
        };
    }

    /** Deletes a person's token. */
    RowChange unlinking(TokenOwner owner) {
        return handle -> handle.createUpdate("DELETE FROM linked_token WHERE team_id = :team AND user_id = :user")
                .bind("team", owner.team())
                .bind("user", owner.user())
                .execute();
    }

    /** Deletes one link at once; a newer one stays. */
    void drop(String id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM linked_token WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Stores the same token encrypted again, unless it has changed. */
    void reseal(LinkedToken link, Bytes resealed) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE linked_token SET sealed = :resealed WHERE id = :id AND sealed = :before")
                .bind("resealed", resealed.toByteArray())
                .bind("id", link.id())
                .bind("before", link.sealed().toByteArray())
                .execute());
    }

    /**
     * A token that somebody linked, as it is kept.
     *
     * @param id another one each time that somebody links
     * @param sealed encrypted
     */
    record LinkedToken(String id, TokenOwner owner, Bytes sealed, Instant since) {
        @Override
        public String toString() {
            return "LinkedToken[" + id + "]";
        }
    }
}
