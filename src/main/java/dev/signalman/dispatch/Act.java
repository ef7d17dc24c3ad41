package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act on Semaphore that is decided and recorded, but not necessarily carried out yet.
 *
 * @param token the request token, which makes repeating the call safe where Semaphore accepts one; equal in every
 *     attempt
 * @param intended when it was recorded
 * @param rules the rules that were applied, for the ledger; null for none
 */
public record Act(
        String token,
        Actor actor,
        Place place,
        Instant intended,
        @Nullable String rules) {
    /** A copy with another actor. */
    Act by(Actor other) {
        return new Act(token, other, place, intended, rules);
    }
}
