package dev.signalman.feature.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a row that are hashed: a first line with the version, then a line per field, {@code name length:text},
 * with the length in bytes of UTF-8, or {@code name -} for a missing field. The length delimits the text, so no two
 * rows have the same bytes. This must never change; a different encoding is a new version.
 */
final class LedgerRowEncoding {
    /** The current version. */
    static final int NEWEST = 1;

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private LedgerRowEncoding() {}

    /** The bytes of a row in version {@link #NEWEST}, without its hash. */
    static byte[] of(LedgerRow row) {
        return new LedgerRowEncoding()
                .line("signalman ledger " + NEWEST)
                .field("number", Long.toString(row.number()))
                .field("at", time(row.at()))
                .field("kind", row.kind())
                .field("user", row.userId())
                .field("name", row.userName())
                .field("team", row.teamId())
                .field("account", row.account())
                .field("channel", row.channel())
                .field("thread", row.thread())
                .field("line", row.line())
                .field("rules", row.rules())
                .field("outcome", row.outcome())
                .field("words", row.words())
                .field("key", row.seal().keyId())
                .field("previous", row.seal().previous())
                .bytes
                .toByteArray();
    }

    /** A time in UTC with six digits of a second. */
    static String time(Instant at) {
        return MICROSECONDS.format(at);
    }

    private LedgerRowEncoding field(String name, @Nullable String text) {
        return text == null
                ? line(name + " -")
                : line(name + " " + text.getBytes(StandardCharsets.UTF_8).length + ":" + text);
    }

    private LedgerRowEncoding line(String line) {
        bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
        return this;
    }
}
