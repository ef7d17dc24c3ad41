package dev.signalman.feature.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a ledger.
 *
 * @param end its head
 * @param spans rows by key, in order
 * @param faults in row order; empty when the ledger is unaltered
 */
public record LedgerVerdict(LedgerHead end, List<Span> spans, List<Fault> faults) {
    /** Keeps its own copies. */
    public LedgerVerdict {
        spans = List.copyOf(spans);
        faults = List.copyOf(faults);
    }

    /**
     * Consecutive rows with the same key.
     *
     * @param keyId null for none
     */
    public record Span(long first, long last, @Nullable String keyId) {}

    /** A fault at a row, in a sentence. */
    public record Fault(long number, String sentence) {}

    public boolean sound() {
        return faults.isEmpty();
    }

    /** Whether the last row has a key, so only somebody with the key can have made the rows before. */
    public boolean keyed() {
        return !spans.isEmpty() && spans.get(spans.size() - 1).keyId() != null;
    }
}
