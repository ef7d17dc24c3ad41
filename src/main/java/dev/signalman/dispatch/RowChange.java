package dev.signalman.dispatch;

import org.jdbi.v3.core.Handle;

/** A change to a feature's own tables, made in the transaction that also records what came of the invocation. */
@FunctionalInterface
public interface RowChange {
    /**
     * Writes with {@code handle}, and neither commits nor closes it.
     *
     * @throws StaleDecisionException when what it rests on has changed; then nothing of the invocation is recorded, and it is decided anew
     */
    void write(Handle handle);
}
