package dev.signalman.feature.audit;

import dev.signalman.feature.audit.LedgerVerdict.Fault;
import dev.signalman.feature.audit.LedgerVerdict.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a ledger row by row from the first. Each row is checked by its own hash and by the next row's link to it, so
 * a rewritten row with a matching hash is found by its neighbors.
 */
final class LedgerVerifier {
    private final LedgerHasher ledgerHasher;
    private final @Nullable LedgerHead kept;
    private final LedgerHead noted;
    private final LedgerKeyHistory keys;
    private final List<Span> spans = new ArrayList<>();
    private final TreeMap<Long, String> faults = new TreeMap<>();

    private @Nullable LedgerRow last;

    /** Offset of the rows from their original numbers. */
    private long shift;

    /** The last row does not match the link to it, and it is not yet known which of the two is wrong. */
    private boolean unlinked;

    /**
     * Starts a verification.
     *
     * @param kept a head kept elsewhere; null for none
     * @param noted the head in {@code ledger_head} at the start
     */
    LedgerVerifier(LedgerHasher ledgerHasher, @Nullable LedgerHead kept, LedgerHead noted) {
        this.ledgerHasher = ledgerHasher;
        this.kept = kept;
        this.noted = noted;
        this.keys = new LedgerKeyHistory(ledgerHasher, kept);
    }

    void take(LedgerRow row) {
        var before = last == null ? LedgerHead.EMPTY : last.head();
        boolean follows = row.number() == before.number() + 1;
        if (!follows) {
            outOfOrder(row.number(), before.number() + 1);
            unlinked = false;
        }
        own(row);
        if (follows) {
            link(row, before);
        }
        keys.take(row).ifPresent(sentence -> fault(row.number(), sentence));
        heads(row);
        span(row);
        last = row;
    }

    LedgerVerdict end() {
        var end = last == null ? LedgerHead.EMPTY : last.head();
        if (unlinked) {
            fault(end.number() - 1, replaced(end.number() - 1, end.number()));
        }
        cut(end);
        keys.end().forEach(this::doubt);
        return new LedgerVerdict(
                end,
                spans,
                faults.entrySet().stream()
                        .map(each -> new Fault(each.getKey(), each.getValue()))
                        .toList());
    }

    private void outOfOrder(long number, long expected) {
        if (number < expected) {
            fault(
                    number,
                    "Row " + number + " was inserted: another row has that number, or it comes before the first.");
        } else if (number == expected + 1) {
            fault(expected, "Row " + expected + " is missing.");
        } else {
            fault(expected, "Rows " + expected + " to " + (number - 1) + " are missing.");
        }
    }

    private void own(LedgerRow row) {
        Optional<Boolean> fits = ledgerHasher.fits(row.numbered(row.number() - shift));
        if (fits.orElse(true)) {
            return;
        }
        if (writtenAs(row, row.number() - shift - 1)) {
            fault(
                    row.number() - 1,
                    "Row " + (row.number() - 1) + " was inserted: what follows it as row " + row.number()
                            + " was written as row " + (row.number() - shift - 1) + ".");
            shift++;
        } else if (writtenAs(row, row.number() - shift + 1)) {
            fault(
                    row.number(),
                    "Row " + row.number() + " is missing or was moved: the row there was written as row "
                            + (row.number() - shift + 1) + ".");
            shift--;
        } else {
            fault(row.number(), "Row " + row.number() + " was altered: its hash doesn't match its content.");
        }
    }

    private boolean writtenAs(LedgerRow row, long number) {
        return ledgerHasher.fits(row.numbered(number)).orElse(false);
    }

    private void link(LedgerRow row, LedgerHead before) {
        boolean fits = row.seal().previous().equals(before.hash());
        if (unlinked) {
            long first = fits ? before.number() - 1 : before.number();
            fault(first, replaced(first, fits ? before.number() : row.number()));
        }
        unlinked = !fits && !faults.containsKey(row.number()) && !faults.containsKey(before.number());
        if (unlinked && before.number() == 0) {
            unlinked = false;
            fault(
                    row.number(),
                    "Row " + row.number()
                            + " was inserted, or rows before it were removed: the first row follows nothing.");
        }
    }

    private static String replaced(long number, long next) {
        return "Row " + number + " isn't the one that row " + next
                + " is chained to: it was altered and given a new hash.";
    }

    private void heads(LedgerRow row) {
        if (kept != null && row.number() == kept.number() && !row.seal().hash().equals(kept.hash())) {
            fault(
                    row.number(),
                    "Row " + row.number()
                            + " doesn't match the head that you kept: it, or rows before it, were rewritten.");
        }
        if (row.number() == noted.number() && !row.seal().hash().equals(noted.hash())) {
            fault(row.number(), "Row " + row.number() + " isn't the one recorded as the last: it was rewritten.");
        }
    }

    private void cut(LedgerHead end) {
        var longest = kept != null && kept.number() > noted.number() ? kept : noted;
        if (longest.number() > end.number()) {
            var missing = end.number() + 1 == longest.number()
                    ? "Row " + longest.number() + " is"
                    : "Rows " + (end.number() + 1) + " to " + longest.number() + " are";
            fault(end.number() + 1, missing + " cut off: the ledger once had " + longest.number() + " rows.");
        }
    }

    private void span(LedgerRow row) {
        var keyId = row.seal().keyId();
        var open = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (open != null && Objects.equals(open.keyId(), keyId)) {
            spans.set(spans.size() - 1, new Span(open.first(), row.number(), keyId));
        } else {
            spans.add(new Span(row.number(), row.number(), keyId));
        }
    }

    /** A missing key explains a fault better than a mismatch does, except at the first row. */
    private void doubt(Fault fault) {
        if (fault.number() == 1) {
            fault(1, fault.sentence());
        } else {
            faults.put(fault.number(), fault.sentence());
        }
    }

    /** The first fault of a row stands. */
    private void fault(long number, String sentence) {
        faults.putIfAbsent(number, sentence);
    }
}
