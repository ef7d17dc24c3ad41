package dev.signalman.feature.locks;

import dev.signalman.feature.locks.Barred.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether Semaphore's web is bound too by what wants that.
 *
 * @param words how it stands, as a clause without a full stop
 */
record Bound(String words) {
    private static final Bound NOT_YET = new Bound("Semaphore's web is not bound yet");

    /** What the rows of a promotion tell. */
    static Bound of(List<Barred> rows) {
        if (rows.isEmpty() || rows.stream().anyMatch(Barred::asking)) {
            return NOT_YET;
        }
        return rows.stream()
                .filter(row -> row.state() == State.REFUSED)
                .findFirst()
                .map(row -> new Bound("Semaphore's web is not bound: " + stripped(row.words())))
                .orElseGet(() -> bound(rows));
    }

    private static Bound bound(List<Barred> rows) {
        return rows.stream().allMatch(row -> row.state() == State.FOREIGN)
                ? new Bound("Semaphore's web is bound too, by somebody else who deactivated the deployment target; "
                        + "I leave that as it is")
                : new Bound("Semaphore's web is bound too: the deployment target is deactivated");
    }

    private static String stripped(@Nullable String words) {
        var said = words == null ? "Semaphore refused" : words.strip();
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}
