package dev.signalman.checkup;

/**
 * What was found.
 *
 * @param what what was looked at; findings of one look that are mended one by one differ in it
 * @param words how it stands, in whole sentences that may hold foreign words
 * @param advice what to do; empty when there is nothing to do
 */
public record CheckResult(State state, String what, String words, String advice) {
    private static final int LONGEST = 500;

    /** How it stands, told by word. */
    public enum State {
        /** It cannot work so. */
        WRONG("wrong"),
        /** It works, but perhaps not as it is meant. */
        WORTH_A_LOOK("worth a look"),
        /** It could not be found out. */
        UNKNOWN("unknown"),
        /** As it should be. */
        FINE("fine");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }
    }

    /** Makes one line of foreign words, without characters that steer a terminal. */
    public CheckResult {
        what = tidy(what);
        words = tidy(words);
        advice = tidy(advice);
    }

    /** As it should be. */
    public static CheckResult fine(String what, String words) {
        return new CheckResult(State.FINE, what, words, "");
    }

    /** It works, but perhaps not as it is meant. */
    public static CheckResult worthALook(String what, String words, String advice) {
        return new CheckResult(State.WORTH_A_LOOK, what, words, advice);
    }

    /** It cannot work so. */
    public static CheckResult wrong(String what, String words, String advice) {
        return new CheckResult(State.WRONG, what, words, advice);
    }

    /** It could not be found out. */
    public static CheckResult unknown(String what, String words, String advice) {
        return new CheckResult(State.UNKNOWN, what, words, advice);
    }

    /** How it stands and what to do, in sentences. */
    public String sentences() {
        return advice.isEmpty() ? words : words + " " + advice;
    }

    private static String tidy(String text) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
