package dev.signalman.feature.factor;

import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.factor.FactorStore.StoredFactor;
import dev.signalman.port.Waker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/** Counts the wrong tries of a factor, in the transaction that locked it, and pauses it after several in a row. */
final class WrongTries {
    /** After so many in a row, and again after as many more, nothing is accepted for a while. */
    static final int MOST = 5;

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration TELLS_WITHIN = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 6;

    private final Waker waker;
    private final InstantSource clock;

    @Inject
    WrongTries(Waker waker, InstantSource clock) {
        this.waker = waker;
        this.clock = clock;
    }

    /** How long a factor is paused yet; zero if it is not. */
    Duration pause(StoredFactor factor) {
        var until = factor.pausedUntil();
        var now = clock.instant();
        return until != null && until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /**
     * Counts one more. Each further pause is twice as long, so that guessing stays hopeless.
     *
     * @return the pause that begins; zero for none. After the commit, {@link #tell} the owner.
     */
    Duration count(Handle handle, StoredFactor factor) {
        int wrong = factor.wrong() + 1;
        var pause = wrong % MOST == 0
                ? PAUSE.multipliedBy(1L << Math.min(wrong / MOST - 1, MOST_DOUBLINGS))
                : Duration.ZERO;
        if (!pause.isZero()) {
            tell(factor.userId(), TELLS_WITHIN); // in case the bot dies right after the commit
        }
        write(handle, factor, wrong, pause);
        return pause;
    }

    /** Begins anew after a right one. */
    void forget(Handle handle, StoredFactor factor) {
        write(handle, factor, 0, Duration.ZERO);
    }

    /** Tells a factor's owner of its pause, in a direct message. */
    void tell(String userId) {
        tell(userId, Duration.ZERO);
    }

    private void tell(String userId, Duration delay) {
        waker.wake(Wake.after(delay, ReconcileKey.Kind.SECOND_FACTOR, userId, Place.channel(userId)), Actor.NOBODY);
    }

    private void write(Handle handle, StoredFactor factor, int wrong, Duration pause) {
        handle.createUpdate("UPDATE second_factor SET wrong = :wrong, paused_until = :until WHERE id = :id")
                .bind("wrong", wrong)
                .bind("until", pause.isZero() ? null : clock.instant().plus(pause))
                .bind("id", factor.id())
                .execute();
    }
}
