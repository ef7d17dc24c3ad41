package dev.signalman.feature.linking;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Whose token each act uses, in the table {@code act_token_choice}. It is chosen once, since a repeated call must be
 * made in the same name.
 */
final class TokenChoiceStore {
    /** Longer than any act stays open. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    TokenChoiceStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A choice.
     *
     * @param linkId null for the bot's token
     * @param why reason for not using the person's token; empty for none
     * @param picks how often it was requested, including this time
     */
    record Choice(@Nullable String linkId, String why, int picks) {
        static Choice link(String linkId) {
            return new Choice(linkId, "", 1);
        }

        static Choice service(String why) {
            return new Choice(null, why, 1);
        }
    }

    /** The choice for an act, if any; counts this request. */
    Optional<Choice> again(String actToken) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("UPDATE act_token_choice SET picks = picks + 1 WHERE act_token = :token")
                    .bind("token", actToken)
                    .execute();
            return read(handle, actToken);
        });
    }

    /** The choice for an act, if any. */
    Optional<Choice> of(String actToken) {
        return jdbi.withHandle(handle -> read(handle, actToken));
    }

    /** Stores a choice, replacing any other. */
    void choose(String actToken, Choice choice) {
        var now = clock.instant();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM act_token_choice WHERE act_token = :token OR picked_at < :old")
                    .bind("token", actToken)
                    .bind("old", now.minus(KEPT))
                    .execute();
            handle.createUpdate("""
                            INSERT INTO act_token_choice (act_token, link_id, why, picks, picked_at)
                            VALUES (:token, :link, :why, :picks, :now)
                            """)
                    .bind("token", actToken)
                    .bind("link", choice.linkId())
                    .bind("why", choice.why())
                    .bind("picks", choice.picks())
                    .bind("now", now)
                    .execute();
        });
    }

    private static Optional<Choice> read(Handle handle, String actToken) {
        return handle.createQuery("SELECT link_id, why, picks FROM act_token_choice WHERE act_token = :token")
                .bind("token", actToken)
                .map((row, context) -> new Choice(row.getString("link_id"), row.getString("why"), row.getInt("picks")))
                .findOne();
    }
}
