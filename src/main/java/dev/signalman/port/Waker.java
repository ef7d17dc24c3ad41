package dev.signalman.port;

import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;

/** Wakes keys for callers that return no {@code Outcome}. */
@FunctionalInterface
public interface Waker {
    /**
     * Requests a reconcile on behalf of {@code by}.
     *
     * @throws dev.signalman.dispatch.IntakeFailedException when it cannot be recorded; nothing was stored
     */
    void wake(Wake wake, Actor by);
}
