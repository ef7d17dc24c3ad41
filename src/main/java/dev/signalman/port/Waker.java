package dev.signalman.port;

import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;

/** Wakes a key for whoever has no {@code Outcome} to say it with. */
@FunctionalInterface
public interface Waker {
    /**
     * Has a key reconciled on behalf of {@code by}.
     *
     * @throws dev.signalman.dispatch.IntakeFailedException when it cannot be written down; then nothing was
     */
    void wake(Wake wake, Actor by);
}
