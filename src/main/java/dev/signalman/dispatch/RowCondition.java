package dev.signalman.dispatch;

import org.jdbi.v3.core.Handle;

/** A condition on a feature's own tables, checked in the transaction that records the outcome of the invocation. */
@FunctionalInterface
public interface RowCondition {
    /** Reads with {@code handle}, and neither commits nor closes it. */
    boolean holds(Handle handle);
}
