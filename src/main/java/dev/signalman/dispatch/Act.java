package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act on Semaphore that was decided on and recorded, before it is carried out.
 *
 * @param token what makes it safe to ask for twice, where Semaphore takes a request token; the same in every attempt
 * @param intended when it was recorded
 * @param rules the rules it was judged by, for the ledger; null for none
 */
public record Act(
        String token,
        Actor actor,
        Place place,
        Instant intended,
        @Nullable String rules) {
    /** The act, with {@code other} as the one who acts. */
    Act by(Actor other) {
        return new Act(token, other, place, intended, rules);
    }
}
