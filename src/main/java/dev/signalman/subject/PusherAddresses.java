package dev.signalman.subject;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;

/** Who pushes under which e-mail address, which Semaphore tells in its notifications alone. */
@FunctionalInterface
public interface PusherAddresses {
    /**
     * Remembers an address, in the invocation's own transaction.
     *
     * @param pipeline what a notification told of
     * @param email of whom it names as the sender
     */
    RowChange met(Pipeline pipeline, String email);
}
