package dev.signalman.app;

import dev.signalman.feature.audit.LedgerHead;
import dev.signalman.feature.audit.LedgerVerdict;
import dev.signalman.feature.audit.LedgerVerdict.Span;
import dev.signalman.feature.audit.UnkeyedRowAdoption;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Prints the result of verifying the ledger, and what it does not prove. */
final class LedgerVerificationReport {
    private static final int MOST_FAULTS = 20;

    private final PrintWriter out;

    LedgerVerificationReport(PrintWriter out) {
        this.out = out;
    }

    /** Prints and returns the exit code; {@code kept} is the head that it was compared with, null for none. */
    int print(LedgerVerdict verdict, @Nullable LedgerHead kept) {
        if (verdict.sound()) {
            out.println("The ledger is intact: " + rows(verdict.end().number()) + ".");
        } else {
            out.println("The ledger is not intact:");
            verdict.faults().stream().limit(MOST_FAULTS).forEach(fault -> out.println("  " + fault.sentence()));
            int more = verdict.faults().size() - MOST_FAULTS;
            if (more > 0) {
                out.println("  " + more + " more errors.");
            }
        }
        verdict.spans().forEach(span -> out.println(keyOf(span)));
        out.println("It ends at " + verdict.end() + ".");
        if (verdict.sound()) {
            remarks(verdict, kept);
        }
        return verdict.sound() ? 0 : 1;
    }

    /** Prints the result of an adoption with the head {@code kept}, and returns the exit code. */
    int print(UnkeyedRowAdoption.Outcome outcome, LedgerHead kept) {
        return outcome.accept(new UnkeyedRowAdoption.Visitor<Integer>() {
            @Override
            public Integer adopted(UnkeyedRowAdoption.Adopted adopted) {
                out.println("Row " + adopted.upTo() + " and the earlier rows without a key are now vouched for by row "
                        + adopted.row()
                        + ". Run audit verify to check the ledger, and keep a new head.");
                return 0;
            }

            @Override
            public Integer nothing(UnkeyedRowAdoption.Nothing nothing) {
                out.println("There is nothing to adopt: "
                        + rows(nothing.verdict().end().number())
                        + ", all with a key or vouched for. Nothing was written.");
                return 0;
            }

            @Override
            public Integer refused(UnkeyedRowAdoption.Refused refused) {
                print(refused.verdict(), kept);
                out.println("Nothing was adopted: the head " + kept
                        + " doesn't cover all rows without a key. Use a head of the last such row, or of a later one.");
                return 1;
            }

            @Override
            public Integer keyless(UnkeyedRowAdoption.Keyless keyless) {
                out.println("Nothing was adopted: set SIGNALMAN_ENCRYPTION_KEY, which signs the row that vouches.");
                return 1;
            }
        });
    }

    private static String rows(long number) {
        return number == 1 ? "1 row" : number + " rows";
    }

    private static String keyOf(Span span) {
        var which = span.first() == span.last()
                ? "Row " + span.first() + " was"
                : "Rows " + span.first() + " to " + span.last() + " were";
        return which + " chained " + (span.keyId() == null ? "without a key." : "with the key " + span.keyId() + ".");
    }

    private void remarks(LedgerVerdict verdict, @Nullable LedgerHead kept) {
        boolean proven = kept != null && kept.number() == verdict.end().number();
        if (!verdict.keyed() && !proven) {
            out.println("Without a key at the end, this only proves that no single row was changed: anyone who can "
                    + "write to the database could rewrite them all. Set SIGNALMAN_ENCRYPTION_KEY, or keep heads "
                    + "elsewhere.");
        }
        if (kept == null) {
            out.println("Rows removed from the end can't be detected by this. Keep what \"audit head\" prints "
                    + "elsewhere, and pass it to \"audit verify --head\".");
        }
    }
}
