package dev.signalman.dispatch;

import dev.signalman.card.Card;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act that is settled.
 *
 * @param words one sentence that says it
 * @param whisper shown to the asker at once and written down nowhere, for secrets; null for nothing
 */
public record ActResult(
        State state,
        String words,
        List<Delivery> deliveries,
        List<FollowUp> followUps,
        @Nullable Card whisper) {
    /** How an act ends. */
    public enum State {
        /** It was done. */
        DONE,
        /** It was refused, and nothing was changed. */
        REFUSED,
        /** Nobody can tell whether it was done, and it is not tried again. */
        UNKNOWN
    }

    /** It was done; {@code deliveries} and {@code followUps} show it. */
    public static ActResult done(String words, List<Delivery> deliveries, List<FollowUp> followUps) {
        return new ActResult(State.DONE, words, List.copyOf(deliveries), List.copyOf(followUps), null);
    }

    /** It was done; {@code followUps} show it. */
    public static ActResult done(String words, FollowUp... followUps) {
        return done(words, List.of(), List.of(followUps));
    }

    /** It was refused, in whole sentences. */
    public static ActResult refused(String words) {
        return new ActResult(State.REFUSED, words, List.of(), List.of(), null);
    }

    /** Nobody can tell. */
    public static ActResult unknown(String words) {
        return new ActResult(State.UNKNOWN, words, List.of(), List.of(), null);
    }

    /** The same, with something for the asker's eyes that is kept nowhere. */
    public ActResult whispering(Card secret) {
        return new ActResult(state, words, deliveries, followUps, secret);
    }
}
