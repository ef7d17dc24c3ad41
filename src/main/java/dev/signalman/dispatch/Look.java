package dev.signalman.dispatch;

import java.time.Duration;
import java.time.Instant;

/** What came of a look. Only what changed costs a transaction of its own. */
public sealed interface Look {
    /** All is as it was. */
    record Unchanged(Duration again) implements Look {}

    /**
     * Something changed.
     *
     * @param seen what the next look is compared with
     * @param outcome what is shown and what follows; it acts on nothing
     * @param merelyOlder whether only time went by, so that cards about real changes go first
     */
    record Changed(String seen, Outcome outcome, Duration again, boolean merelyOlder) implements Look {}

    /**
     * It is done and will not change any more.
     *
     * @param keptUntil until when what comes of it is looked for
     */
    record Done(String seen, Outcome outcome, Instant keptUntil) implements Look {}

    /** It could not be read; it is tried again. */
    record Failed(Duration again) implements Look {}

    /** There is nothing to watch any more. */
    record Over() implements Look {}
}
