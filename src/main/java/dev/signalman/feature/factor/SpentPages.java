package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.dispatch.Invocation;
import dev.signalman.storage.InstantColumns;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Pages that were opened, in the table {@code passkey_page}. A page has one challenge, which each opening and each wrong
 * try replaces or ends, and is spent once on all instances.
 */
final class SpentPages {
    private static final int LONGEST_LINE = 4_000;

    private SpentPages() {}

    /**
     * An opened page, whose row is locked.
     *
     * @param spentFor the hash of the proof and the line for which it was spent; null if it is not
     */
    record Opened(
            String userId,
            Bytes challenge,
            Instant expires,
            @Nullable String spentFor) {}

    /** A refused try, as the ledger notes it. */
    record WrongTry(String userId, String line, int tries, String words) {}

    /** Stores a new challenge of a page; false if the page is spent. */
    static boolean open(Handle handle, PasskeyPage page, Bytes challenge) {
        int renewed = handle.createUpdate("""
                        UPDATE passkey_page SET challenge = :challenge, expires_at = :expires
                        WHERE page = :page AND spent_at IS NULL
                        """)
                .bind("challenge", challenge.toByteArray())
                .bind("expires", page.expires())
                .bind("page", page.id())
                .execute();
        return renewed == 1
                || handle.createUpdate("""
                                INSERT INTO passkey_page (page, user_id, asked, challenge, expires_at)
                                VALUES (:page, :user, :asked, :challenge, :expires)
                                ON CONFLICT DO NOTHING
                                """)
                                .bind("page", page.id())
                                .bind("user", page.actor().userId())
                                .bind(
                                        "asked",
                                        page.line()
                                                .substring(
                                                        0, Math.min(page.line().length(), LONGEST_LINE)))
                                .bind("challenge", challenge.toByteArray())
                                .bind("expires", page.expires())
                                .execute()
                        == 1;
    }

    /** Whether a page was submitted. */
    static boolean spent(Handle handle, PasskeyPage page) {
        return handle.createQuery("SELECT COUNT(*) FROM passkey_page WHERE page = :page AND spent_at IS NOT NULL")
                        .bind("page", page.id())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** Reads a page and locks it until the end of the transaction. */
    static Optional<Opened> locked(Handle handle, PasskeyPage page) {
        return handle.createQuery("SELECT * FROM passkey_page WHERE page = :page FOR UPDATE")
                .bind("page", page.id())
                .map((row, context) -> new Opened(
                        row.getString("user_id"),
                        Bytes.copyFrom(row.getBytes("challenge")),
                        InstantColumns.instant(row, "expires_at"),
                        row.getString("proof_hash")))
                .findOne();
    }

    /** What a page is spent for: the same answer for the same line may be sent again after a failure. */
    static String spentFor(String answer, String line) {
        return SpentCodes.hash(answer + "\n" + line);
    }

    /** Spends a locked page for a line. */
    static void spend(Handle handle, PasskeyPage page, String answer, String line, String factorId, Instant now) {
        handle.createUpdate("""
                        UPDATE passkey_page
                        SET spent_at = :now, proof_hash = :proof, factor_id = :factor, line_hash = :line
                        WHERE page = :page
                        """)
                .bind("now", now)
                .bind("proof", spentFor(answer, line))
                .bind("factor", factorId)
                .bind("line", SpentCodes.hash(line))
                .bind("page", page.id())
                .execute();
    }

    /** Ends the challenge of a locked page after a refused try. */
    static void refuse(Handle handle, PasskeyPage page, String words, Instant now) {
        handle.createUpdate("""
                        UPDATE passkey_page SET expires_at = :now, tries = tries + 1, refused = :words
                        WHERE page = :page
                        """)
                .bind("now", now)
                .bind("words", words)
                .bind("page", page.id())
                .execute();
    }

    /** The last refused try of a page; empty for none. */
    static Optional<WrongTry> wrongTry(Handle handle, String pageId) {
        return handle.createQuery("SELECT * FROM passkey_page WHERE page = :page AND tries > 0")
                .bind("page", pageId)
                .map((row, context) -> new WrongTry(
                        row.getString("user_id"),
                        row.getString("asked"),
                        row.getInt("tries"),
                        row.getString("refused")))
                .findOne();
    }

    /** The id of the factor with which a page was submitted. */
    static Optional<String> usedFor(Handle handle, Invocation submitted) {
        return handle.createQuery("""
                        SELECT factor_id FROM passkey_page
                        WHERE page = :page AND user_id = :user AND line_hash = :line AND spent_at IS NOT NULL
                        """)
                .bind("page", PasskeyPage.of(submitted))
                .bind("user", submitted.actor().userId())
                .bind("line", SpentCodes.hash(submitted.line()))
                .mapTo(String.class)
                .findOne();
    }
}
