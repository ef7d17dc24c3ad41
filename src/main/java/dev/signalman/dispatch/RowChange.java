package dev.signalman.dispatch;

import org.jdbi.v3.core.Handle;

/** A change to a feature's own tables, made in the transaction that records the outcome of the invocation. */
@FunctionalInterface
public interface RowChange {
    /**
     * Writes with {@code handle}, and neither commits nor closes it.
     *
     * @throws StaleDecisionException when the decision's data has changed; nothing is recorded then, and the invocation
     *     is decided again
     */
    void write(Handle handle);
}
