package dev.signalman.journal;

import dev.signalman.dispatch.Invocation;
import java.util.ArrayList;
import java.util.List;

/** What a transaction leaves to be done once it is committed. If the process dies before, pollers find the same in the rows. */
final class AfterCommit {
    /** Cards to be shown. */
    final CardChanges cards = new CardChanges();

    /** Invocations that this process works on next. */
    final List<Invocation> invocations = new ArrayList<>();

    /** Whether a key is due at once. */
    boolean keys;
}
