package dev.signalman.dispatch;

import java.util.function.UnaryOperator;

/** The result of checking in Semaphore whether an act happened. */
public sealed interface ProbeResult {
    /** Calls the visitor's method for this kind of result. */
    <R> R accept(Visitor<R> visitor);

    /** A copy with the act's result changed; unchanged unless the act happened. */
    default ProbeResult mapped(UnaryOperator<ActResult> change) {
        return this;
    }

    /** It happened. */
    record Happened(ActResult carried) implements ProbeResult {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.happened(carried);
        }

        @Override
        public ProbeResult mapped(UnaryOperator<ActResult> change) {
            return new Happened(change.apply(carried));
        }
    }

    /** It did not happen, or repeating it is harmless. {@code words} describe what is known if repeating fails too. */
    record MayBeRepeated(String words) implements ProbeResult {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mayBeRepeated(words);
        }
    }

    /** Not seen yet. Check again later; in the end the result is unknown. */
    record NotSeen(String words) implements ProbeResult {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notSeen(words);
        }
    }

    /** Unknown, and further checks cannot tell. */
    record Unclear(String words) implements ProbeResult {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unclear(words);
        }
    }

    /** One method per kind of result, so that a kind that is not handled does not compile. */
    interface Visitor<R> {
        /** It happened. */
        R happened(ActResult carried);

        /** It did not happen, or repeating it is harmless. */
        R mayBeRepeated(String words);

        /** Not seen yet. */
        R notSeen(String words);

        /** Unknown. */
        R unclear(String words);
    }
}
