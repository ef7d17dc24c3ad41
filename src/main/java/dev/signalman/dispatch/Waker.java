package dev.signalman.dispatch;

import dev.signalman.domain.Actor;

/** Wakes a key for whoever has no {@link Outcome} to say it with. */
@FunctionalInterface
public interface Waker {
    /** Has a key looked at on behalf of {@code by}. */
    void wake(Wake wake, Actor by);
}
