package dev.signalman.feature.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a ledger.
 *
 * @param end where it ends
 * @param spans which rows have which key, in order
 * @param faults what is wrong, in the order of the rows; empty when all is as it was written
 */
public record LedgerVerdict(LedgerHead end, List<Span> spans, List<Fault> faults) {
    /** Keeps its own copies. */
    public LedgerVerdict {
        spans = List.copyOf(spans);
        faults = List.copyOf(faults);
    }

    /**
     * Rows that have the same key.
     *
     * @param keyId null for none
     */
    public record Span(long first, long last, @Nullable String keyId) {}

    /** Something wrong at a row, in a sentence. */
    public record Fault(long number, String sentence) {}

    /** Whether all is as it was written. */
    public boolean sound() {
        return faults.isEmpty();
    }

    /** Whether the last row has a key, so that nobody without it can have made the rows before. */
    public boolean keyed() {
        return !spans.isEmpty() && spans.get(spans.size() - 1).keyId() != null;
    }
}
