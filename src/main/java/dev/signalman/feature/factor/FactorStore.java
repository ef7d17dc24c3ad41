package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.command.Factor.Kind;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Stores second factors, one of a kind per person, in the tables {@code second_factor}, {@code offered_factor} and {@code factor_voucher}. */
final class FactorStore {
    /** How long a person has to give the first code. */
    private static final Duration OFFERED = Duration.ofHours(1);

    private static final RowMapper<StoredFactor> FACTOR = (row, context) -> new StoredFactor(
            row.getString("id"),
            row.getString("user_id"),
            Kind.valueOf(row.getString("kind")),
            Bytes.copyFrom(row.getBytes("sealed")),
            InstantColumns.instant(row, "counts_at"),
            row.getInt("wrong"),
            InstantColumns.instantOrNull(row, "paused_until"),
            row.getLong("uses"));

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
     * @param wrong wrong tries since the last right one
     * @param pausedUntil nothing is accepted until then; null for no pause
     * @param uses a passkey's counter of signatures
     */
    record StoredFactor(
            String id,
            String userId,
            Kind kind,
            Bytes sealed,
            Instant countsAt,
            int wrong,
            @Nullable Instant pausedUntil,
            long uses) {
        @Override
        public String toString() {
            return "StoredFactor[" + id + "]";
        }
    }

    /**
     * A factor that is not set up yet.
     *
     * @param sealed encrypted
     * @param credential a hash that identifies a passkey; null for an app
     * @param uses a passkey's counter of signatures
     */
    record OfferedFactor(
            String id, Kind kind, Bytes sealed, @Nullable String credential, long uses) {
        /** An authenticator app that was shown its key. */
        OfferedFactor(String id, Bytes sealed) {
            this(id, Kind.CODE, sealed, null, 0);
        }

        @Override
        public String toString() {
            return "OfferedFactor[" + id + "]";
        }
    }

    List<StoredFactor> of(String userId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM second_factor WHERE user_id = :user ORDER BY kind")
                        .bind("user", userId)
                        .map(FACTOR)
                        .list());
    }

    Optional<StoredFactor> of(String userId, Kind kind) {
        return of(userId).stream().filter(factor -> factor.kind() == kind).findFirst();
    }

    /** Reads a person's factor and locks it until the end of the transaction, so that proofs are tried one by one. */
    static Optional<StoredFactor> locked(Handle handle, String userId, Kind kind) {
        return handle.createQuery("SELECT * FROM second_factor WHERE user_id = :user AND kind = :kind FOR UPDATE")
                .bind("user", userId)
                .bind("kind", kind.name())
                .map(FACTOR)
                .findOne();
    }

    /** Whose passkey has a credential; empty for nobody's. */
    static Optional<String> owner(Handle handle, String credential) {
        return handle.createQuery("SELECT user_id FROM second_factor WHERE credential = :credential")
                .bind("credential", credential)
                .mapTo(String.class)
                .findFirst();
    }

    /** Stores the counter of a passkey that was used. */
    static void used(Handle handle, String id, long uses) {
        handle.createUpdate("UPDATE second_factor SET uses = :uses WHERE id = :id")
                .bind("uses", uses)
                .bind("id", id)
                .execute();
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
        jdbi.useTransaction(handle -> offer(handle, userId, offered));
    }

    /** The same in a transaction. */
    void offer(Handle handle, String userId, OfferedFactor offered) {
        withdraw(handle, userId);
        handle.createUpdate("""
                        INSERT INTO offered_factor (id, user_id, kind, sealed, credential, uses, offered_at)
                        VALUES (:id, :user, :kind, :sealed, :credential, :uses, :now)
                        """)
                .bind("id", offered.id())
                .bind("user", userId)
                .bind("kind", offered.kind().name())
                .bind("sealed", offered.sealed().toByteArray())
                .bind("credential", offered.credential())
                .bind("uses", offered.uses())
                .bind("now", clock.instant())
                .execute();
    }

    Optional<OfferedFactor> offered(String userId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM offered_factor WHERE user_id = :user AND offered_at >= :old")
                .bind("user", userId)
                .bind("old", clock.instant().minus(OFFERED))
                .map((row, context) -> new OfferedFactor(
                        row.getString("id"),
                        Kind.valueOf(row.getString("kind")),
                        Bytes.copyFrom(row.getBytes("sealed")),
                        row.getString("credential"),
                        row.getLong("uses")))
                .findOne());
    }

    /** Stores an offered factor in the place of the person's earlier one of its kind, whose vouchers are forgotten. */
    RowChange settingUp(String userId, OfferedFactor offered, Instant countsAt) {
        var now = clock.instant();
        return handle -> {
            if (withdraw(handle, userId) == 0) {
                throw new StaleDecisionException("The offered factor");
            }
            removing(userId, offered.kind()).write(handle);
            handle.createUpdate("""
                            INSERT INTO second_factor
                                (id, user_id, kind, sealed, set_up_at, counts_at, wrong, credential, uses)
                            VALUES (:id, :user, :kind, :sealed, :now, :counts, 0, :credential, :uses)
                            """)
                    .bind("id", offered.id())
                    .bind("user", userId)
                    .bind("kind", offered.kind().name())
                    .bind("sealed", offered.sealed().toByteArray())
                    .bind("credential", offered.credential())
                    .bind("uses", offered.uses())
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

    /** Deletes a person's factor of a kind; all of them if it is null. */
    RowChange removing(String userId, @Nullable Kind kind) {
        var kinds = kind == null ? List.of(Kind.values()) : List.of(kind);
        return handle -> handle.createUpdate("DELETE FROM second_factor WHERE user_id = :user AND kind IN (<kinds>)")
                .bind("user", userId)
                .bindList("kinds", kinds.stream().map(Kind::name).toList())
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
