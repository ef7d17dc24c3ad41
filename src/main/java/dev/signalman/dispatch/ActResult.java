package dev.signalman.dispatch;

import dev.signalman.card.Card;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act that is settled.
 *
 * @param words one sentence that says it
 * @param outcome what shows it, and what follows
 * @param whisper shown to the asker at once and written down nowhere, for secrets; null for nothing
 */
public record ActResult(
        State state,
        String words,
        Outcome outcome,
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

    /** It was done; {@code outcome} shows it. */
    public static ActResult done(String words, Outcome outcome) {
        return new ActResult(State.DONE, words, outcome, null);
    }

    /** It was done. */
    public static ActResult done(String words) {
        return done(words, Outcome.nothing());
    }

    /** It was refused, in whole sentences. */
    public static ActResult refused(String words) {
        return new ActResult(State.REFUSED, words, Outcome.nothing(), null);
    }

    /** Nobody can tell. */
    public static ActResult unknown(String words) {
        return new ActResult(State.UNKNOWN, words, Outcome.nothing(), null);
    }

    /** The same in other words. */
    public ActResult in(String otherWords) {
        return new ActResult(state, otherWords, outcome, whisper);
    }

    /** The same, saying something too. */
    public ActResult saying(Delivery delivery) {
        return new ActResult(state, words, outcome.saying(delivery), whisper);
    }

    /** The same, with something for the asker's eyes that is kept nowhere. */
    public ActResult whispering(Card secret) {
        return new ActResult(state, words, outcome, secret);
    }
}
