package dev.signalman.dispatch;

import dev.signalman.domain.Actor;

/** Wakes a key for whoever has no {@link Outcome} to say it with. */
@FunctionalInterface
public interface Waker {
    /**
     * Has a key reconciled on behalf of {@code by}.
     *
     * @throws IntakeFailedException when it cannot be written down; then nothing was
     */
    void wake(Wake wake, Actor by);
}
