package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Stores second factors, one per person, in the tables {@code second_factor}, {@code offered_factor} and {@code factor_voucher}. */
final class FactorStore {
    /** How long a person has to give the first code. */
    private static final Duration OFFERED = Duration.ofHours(1);

    private static final RowMapper<StoredFactor> FACTOR = (row, context) -> new StoredFactor(
            row.getString("id"),
            row.getString("user_id"),
            Bytes.copyFrom(row.getBytes("sealed")),
            InstantColumns.instant(row, "counts_at"),
            row.getInt("wrong"),
            InstantColumns.instantOrNull(row, "paused_until"));

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    FactorStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A person's factor.
     *
     * @param sealed encrypted
     * @param wrong wrong codes since the last right one
     * @param pausedUntil no code is accepted until then; null for no pause
     */
    record StoredFactor(
            String id,
            String userId,
            Bytes sealed,
            Instant countsAt,
            int wrong,
            @Nullable Instant pausedUntil) {
        @Override
        public String toString() {
            return "StoredFactor[" + id + "]";
        }
    }

    /**
     * A factor of which its owner has not given a code yet.
     *
     * @param sealed encrypted
     */
    record OfferedFactor(String id, Bytes sealed) {
        @Override
        public String toString() {
            return "OfferedFactor[" + id + "]";
        }
    }

    Optional<StoredFactor> of(String userId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM second_factor WHERE user_id = :user")
                .bind("user", userId)
                .map(FACTOR)
                .findOne());
    }

    /** Reads a person's factor and locks it until the end of the transaction, so that codes are tried one by one. */
    static Optional<StoredFactor> locked(Handle handle, String userId) {
        return handle.createQuery("SELECT * FROM second_factor WHERE user_id = :user FOR UPDATE")
                .bind("user", userId)
                .map(FACTOR)
                .findOne();
    }

    /** Stores the same factor encrypted again. */
    static void reseal(Handle handle, String id, Bytes resealed) {
        handle.createUpdate("UPDATE second_factor SET sealed = :sealed WHERE id = :id")
                .bind("sealed", resealed.toByteArray())
                .bind("id", id)
                .execute();
    }

    Set<String> vouchers(String factorId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT user_id FROM factor_voucher WHERE factor_id = :factor")
                        .bind("factor", factorId)
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }

    /** Stores a shown factor in the place of an earlier one. */
    void offer(String userId, OfferedFactor offered) {
        jdbi.useTransaction(handle -> {
            withdraw(handle, userId);
            handle.createUpdate("""
                            INSERT INTO offered_factor (id, user_id, sealed, offered_at)
                            VALUES (:id, :user, :sealed, :now)
                            """)
                    .bind("id", offered.id())
                    .bind("user", userId)
                    .bind("sealed", offered.sealed().toByteArray())
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    Optional<OfferedFactor> offered(String userId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, sealed FROM offered_factor WHERE user_id = :user AND offered_at >= :old")
                .bind("user", userId)
                .bind("old", clock.instant().minus(OFFERED))
                .map((row, context) -> new OfferedFactor(row.getString("id"), Bytes.copyFrom(row.getBytes("sealed"))))
                .findOne());
    }

    /** Stores an offered factor in the place of the person's earlier one, whose vouchers are forgotten. */
    RowChange settingUp(String userId, OfferedFactor offered, Instant countsAt) {
        var now = clock.instant();
        return handle -> {
            if (withdraw(handle, userId) == 0) {
                throw new StaleDecisionException("The offered factor");
            }
            removing(userId).write(handle);
            handle.createUpdate("""
                            INSERT INTO second_factor (id, user_id, sealed, set_up_at, counts_at, wrong)
                            VALUES (:id, :user, :sealed, :now, :counts, 0)
                            """)
                    .bind("id", offered.id())
                    .bind("user", userId)
                    .bind("sealed", offered.sealed().toByteArray())
                    .bind("now", now)
                    .bind("counts", countsAt)
                    .execute();
        };
    }

    private static int withdraw(Handle handle, String userId) {
        return handle.createUpdate("DELETE FROM offered_factor WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    /** Deletes a person's factor. */
    RowChange removing(String userId) {
        return handle -> handle.createUpdate("DELETE FROM second_factor WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    /** Stores that somebody vouches for a factor, once. */
    RowChange vouching(String factorId, String voucher) {
        var now = clock.instant();
        return handle -> {
            var there = handle.createQuery("SELECT id FROM second_factor WHERE id = :factor FOR UPDATE")
                    .bind("factor", factorId)
                    .mapTo(String.class)
                    .findOne();
            if (there.isEmpty()) {
                throw new StaleDecisionException("The factor");
            }
            handle.createUpdate("""
                            INSERT INTO factor_voucher (factor_id, user_id, vouched_at) VALUES (:factor, :user, :now)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("factor", factorId)
                    .bind("user", voucher)
                    .bind("now", now)
                    .execute();
        };
    }
}
