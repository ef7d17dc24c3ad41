package dev.signalman.journal;

import dev.signalman.dispatch.Invocation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction leaves to be done once it is committed. If the process dies before, sweeps find the same in the rows.
 *
 * @param invocations what this process works on next
 */
record AfterCommit(CardChanges cards, List<Invocation> invocations) {
    AfterCommit() {
        this(new CardChanges(), new ArrayList<>());
    }
}
