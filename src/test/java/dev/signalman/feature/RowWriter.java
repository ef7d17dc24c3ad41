package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Writes rows atomically, as the journal does. */
public final class RowWriter {
    private RowWriter() {}

    /** Writes in one transaction; a failure fails the test. */
    public static void in(Jdbi jdbi, RowChange... rows) {
        in(jdbi, List.of(rows));
    }

    static void in(Jdbi jdbi, List<RowChange> rows) {
        jdbi.useTransaction(handle -> rows.forEach(row -> row.write(handle)));
    }
}
