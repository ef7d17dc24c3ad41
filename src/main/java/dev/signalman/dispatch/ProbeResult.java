package dev.signalman.dispatch;

import java.util.function.UnaryOperator;

/** What a look at Semaphore tells of an act that may or may not have happened. */
public sealed interface ProbeResult {
    /** Calls the method of the visitor for this result. */
    <R> R accept(Visitor<R> visitor);

    /** The same result, with what came of the act changed if it happened. */
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

    /** It did not, or asking again is harmless: it may be carried out now; {@code words} say what is known if that fails too. */
    record MayBeRepeated(String words) implements ProbeResult {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mayBeRepeated(words);
        }
    }

    /** Not seen yet; look again in a while, and in the end say that nobody can tell. */
    record NotSeen(String words) implements ProbeResult {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notSeen(words);
        }
    }

    /** More looking cannot tell. */
    record Unclear(String words) implements ProbeResult {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unclear(words);
        }
    }

    /** One method a kind of result, so that a result that is not handled does not compile. */
    interface Visitor<R> {
        /** It happened. */
        R happened(ActResult carried);

        /** It did not, or asking again is harmless. */
        R mayBeRepeated(String words);

        /** Not seen yet. */
        R notSeen(String words);

        /** Nobody can tell. */
        R unclear(String words);
    }
}
