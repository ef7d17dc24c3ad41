package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Writes rows as the journal does, all or none. */
public final class RowWriter {
    private RowWriter() {}

    /** In one transaction; a row that cannot be written is a failed test. */
    public static void in(Jdbi jdbi, RowChange... rows) {
        in(jdbi, List.of(rows));
    }

    static void in(Jdbi jdbi, List<RowChange> rows) {
        jdbi.useTransaction(handle -> rows.forEach(row -> row.write(handle)));
    }
}
