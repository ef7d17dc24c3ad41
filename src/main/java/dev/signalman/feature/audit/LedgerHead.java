package dev.signalman.feature.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a ledger ends: the number of its last row, and that row's hash in lower-case hex. Kept elsewhere, it tells later whether
 * rows were cut off or made anew.
 */
public record LedgerHead(long number, String hash) {
    /** A ledger without rows. */
    public static final LedgerHead EMPTY = new LedgerHead(0, "0".repeat(64));

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}):([0-9a-fA-F]{64})");

    /**
     * Reads what {@link #toString} gives.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static LedgerHead read(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no head of a ledger; it must be what \"audit head\" printed: a number, a colon and 64 hex digits");
        }
        return new LedgerHead(Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
