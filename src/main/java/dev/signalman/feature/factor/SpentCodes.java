package dev.signalman.feature.factor;

import dev.signalman.dispatch.Invocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Codes that were given, in the table {@code spent_code}. Its primary key, the person and the half minute, lets each code
 * count once on all instances. It holds no code.
 */
final class SpentCodes {
    /** How long a submission that carries a code may take from the code to its intake. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);
    private static final long KEPT_STEPS = Duration.ofDays(30).dividedBy(OneTimeCodes.STEP);

    private SpentCodes() {}

    /** A code that is to be spent. */
    record Spending(String userId, long step, String factorId, String form, String line, Instant at) {}

    /** Spends a code; false if it was spent before, except by the same submission. */
    static boolean spend(Handle handle, Spending spending) {
        handle.createUpdate("DELETE FROM spent_code WHERE user_id = :user AND step < :old")
                .bind("user", spending.userId())
                .bind("old", spending.step() - KEPT_STEPS)
                .execute();
        int spent = handle.createUpdate("""
                        INSERT INTO spent_code (user_id, step, factor_id, form, line_hash, spent_at)
                        VALUES (:user, :step, :factor, :form, :line, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("user", spending.userId())
                .bind("step", spending.step())
                .bind("factor", spending.factorId())
                .bind("form", spending.form())
                .bind("line", hash(spending.line()))
                .bind("now", spending.at())
                .execute();
        return spent == 1 || spentBySame(handle, spending);
    }

    private static boolean spentBySame(Handle handle, Spending spending) {
        return handle.createQuery("""
                                SELECT COUNT(*) FROM spent_code
                                WHERE user_id = :user AND step = :step AND factor_id = :factor AND form = :form
                                    AND line_hash = :line
                                """)
                        .bind("user", spending.userId())
                        .bind("step", spending.step())
                        .bind("factor", spending.factorId())
                        .bind("form", spending.form())
                        .bind("line", hash(spending.line()))
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** The id of the factor whose code was given with a submission, just before it was taken in. */
    static Optional<String> usedFor(Handle handle, Invocation submitted) {
        return handle.createQuery("""
                        SELECT factor_id FROM spent_code
                        WHERE user_id = :user AND line_hash = :line AND spent_at BETWEEN :from AND :until
                        ORDER BY step DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .bind("user", submitted.actor().userId())
                .bind("line", hash(submitted.line()))
                .bind("from", submitted.taken().minus(ON_ITS_WAY))
                .bind("until", submitted.taken().plus(CLOCK_STEP))
                .mapTo(String.class)
                .findOne();
    }

    static String hash(String line) {
        return hash(line.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
