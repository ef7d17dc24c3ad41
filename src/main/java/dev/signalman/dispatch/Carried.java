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
public record Carried(
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
    public static Carried done(String words, List<Delivery> deliveries, List<FollowUp> followUps) {
        return new Carried(State.DONE, words, List.copyOf(deliveries), List.copyOf(followUps), null);
    }

    /** It was done; {@code followUps} show it. */
    public static Carried done(String words, FollowUp... followUps) {
        return done(words, List.of(), List.of(followUps));
    }

    /** It was refused, in whole sentences. */
    public static Carried refused(String words) {
        return new Carried(State.REFUSED, words, List.of(), List.of(), null);
    }

    /** Nobody can tell. */
    public static Carried unknown(String words) {
        return new Carried(State.UNKNOWN, words, List.of(), List.of(), null);
    }

    /** The same, with something for the asker's eyes that is kept nowhere. */
    public Carried whispering(Card secret) {
        return new Carried(state, words, deliveries, followUps, secret);
    }
}
