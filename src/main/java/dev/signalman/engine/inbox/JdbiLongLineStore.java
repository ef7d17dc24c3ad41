package dev.signalman.engine.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signalman.port.LongLineStore;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Stores long lines permanently under their fingerprints. */
public final class JdbiLongLineStore implements LongLineStore {
    private static final int BYTES = 11;

    private final Database database;
    private final Cache<String, String> kept =
            Caffeine.newBuilder().maximumSize(500).build();

    @Inject
    JdbiLongLineStore(Database database) {
        this.database = database;
    }

    @Override
    public String keep(String line) {
        var reference = MARK + fingerprint(line);
        if (kept.getIfPresent(reference) == null) {
            database.inTransaction(handle -> handle.createUpdate(
                            "INSERT INTO long_lines (reference, line) VALUES (:reference, :line) ON CONFLICT DO NOTHING")
                    .bind("reference", reference)
                    .bind("line", line)
                    .execute());
            kept.put(reference, line);
        }
        return reference;
    }

    @Override
    public @Nullable String recall(String reference) {
        var known = kept.getIfPresent(reference);
        var line = known == null ? read(reference) : known;
        if (line != null) {
            kept.put(reference, line);
        }
        return line;
    }

    private @Nullable String read(String reference) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT line FROM long_lines WHERE reference = :reference")
                        .bind("reference", reference)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }

    private static String fingerprint(String line) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
