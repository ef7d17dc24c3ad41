package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.dispatch.RowChange;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Tokens from submitted forms, in the table {@code offered_token}, until their command is handled: the command names
 * only the row. An unused row is deleted after a while.
 */
final class OfferedTokenStore {
    private static final Duration KEPT = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    OfferedTokenStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A token that was tried.
     *
     * @param projects number of projects that it sees
     */
    record Offer(Bytes sealed, int projects) {
        @Override
        public String toString() {
            return "Offer";
        }
    }

    /** Stores an offer, replacing one with the same id, and deletes old ones. */
    void keep(String id, TokenOwner owner, Offer offer) {
        var now = clock.instant();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM offered_token WHERE offered_at < :old OR id = :id")
                    .bind("old", now.minus(KEPT))
                    .bind("id", id)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO offered_token (id, team_id, user_id, sealed, projects, offered_at)
                            VALUES (:id, :team, :user, :sealed, :projects, :now)
                            """)
                    .bind("id", id)
                    .bind("team", owner.team())
                    .bind("user", owner.user())
                    .bind("sealed", offer.sealed().toByteArray())
                    .bind("projects", offer.projects())
                    .bind("now", now)
                    .execute();
        });
    }

    /** A person's recent offer with this id. */
    Optional<Offer> find(String id, TokenOwner owner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT sealed, projects
                        FROM offered_token
                        WHERE id = :id AND team_id = :team AND user_id = :user AND offered_at >= :old
                        """)
                .bind("id", id)
                .bind("team", owner.team())
                .bind("user", owner.user())
                .bind("old", clock.instant().minus(KEPT))
                .map((row, context) -> new Offer(Bytes.copyFrom(row.getBytes("sealed")), row.getInt("projects")))
                .findOne());
    }

    /** Deletes a used offer. */
    RowChange taking(String id) {
        return handle -> handle.createUpdate("DELETE FROM offered_token WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** Deletes all of a person's offers. */
    RowChange forgetting(TokenOwner owner) {
        return handle -> handle.createUpdate("DELETE FROM offered_token WHERE team_id = :team AND user_id = :user")
                .bind("team", owner.team())
                .bind("user", owner.user())
                .execute();
    }
}
