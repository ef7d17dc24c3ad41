package dev.signalman.feature.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A ledger's end: the number of its last row, and that row's hash in lower-case hex. A copy kept elsewhere shows later
 * whether rows were cut off or rewritten.
 */
public record LedgerHead(long number, String hash) {
    /** A ledger without rows. */
    public static final LedgerHead EMPTY = new LedgerHead(0, "0".repeat(64));

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}):([0-9a-fA-F]{64})");

    /**
     * Parses {@link #toString}.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    public static LedgerHead read(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" isn't a ledger head; use what \"audit head\" prints: a number, a colon and 64 hex digits");
        }
        return new LedgerHead(Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
