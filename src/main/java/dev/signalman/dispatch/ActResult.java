package dev.signalman.dispatch;

import dev.signalman.card.Card;
import org.jspecify.annotations.Nullable;

/**
 * The result of a settled act.
 *
 * @param words the result in one sentence
 * @param outcome the cards and follow-ups of the result
 * @param whisper a card with a secret, shown to the asker at once and never stored; null for none
 */
public record ActResult(
        State state,
        String words,
        Outcome outcome,
        @Nullable Card whisper) {
    /** The final state of an act. */
    public enum State {
        /** It was done. */
        DONE,
        /** It was refused; nothing changed. */
        REFUSED,
        /** It is unknown whether it was done; it is not repeated. */
        UNKNOWN
    }

    /** The result of an act that was done, with its outcome. */
    public static ActResult done(String words, Outcome outcome) {
        return new ActResult(State.DONE, words, outcome, null);
    }

    /** It was done. */
    public static ActResult done(String words) {
        return done(words, Outcome.nothing());
    }

    /** The result of a refused act; {@code words} are whole sentences. */
    public static ActResult refused(String words) {
        return new ActResult(State.REFUSED, words, Outcome.nothing(), null);
    }

    /** The result of an act of which nobody knows whether it was done. */
    public static ActResult unknown(String words) {
        return new ActResult(State.UNKNOWN, words, Outcome.nothing(), null);
    }

    /** A copy with other words. */
    public ActResult in(String otherWords) {
        return new ActResult(state, otherWords, outcome, whisper);
    }

    /** A copy with a further delivery. */
    public ActResult saying(Delivery delivery) {
        return new ActResult(state, words, outcome.saying(delivery), whisper);
    }

    /** A copy with a secret for the asker, which is never stored. */
    public ActResult whispering(Card secret) {
        return new ActResult(state, words, outcome, secret);
    }
}
