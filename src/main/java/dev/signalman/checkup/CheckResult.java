package dev.signalman.checkup;

import org.jspecify.annotations.Nullable;

/**
 * The result of a check.
 *
 * @param what the subject; results of one check that need separate fixes differ in it
 * @param words the finding, in whole sentences that may contain foreign text
 * @param advice what to do; empty for nothing
 * @param fix a command that fixes it; null for none
 */
public record CheckResult(
        State state,
        String what,
        String words,
        String advice,
        @Nullable Fix fix) {
    private static final int LONGEST = 500;

    /**
     * A command of the bot, for a button.
     *
     * @param line as it would be typed, without the slash command
     */
    public record Fix(String label, String line) {}

    public enum State {
        /** It cannot work like this. */
        WRONG("Error"),
        /** It works, but perhaps not as it is meant. */
        WORTH_A_LOOK("Warning"),
        /** The state could not be determined. */
        UNKNOWN("Couldn't check"),
        /** As it should be. */
        FINE("OK");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Reduces foreign text to one line without terminal control characters. */
    public CheckResult {
        what = tidy(what);
        words = tidy(words);
        advice = tidy(advice);
    }

    /** As it should be. */
    public static CheckResult fine(String what, String words) {
        return new CheckResult(State.FINE, what, words, "", null);
    }

    /** It works, but perhaps not as it is meant. */
    public static CheckResult worthALook(String what, String words, String advice) {
        return new CheckResult(State.WORTH_A_LOOK, what, words, advice, null);
    }

    /** It cannot work like this. */
    public static CheckResult wrong(String what, String words, String advice) {
        return new CheckResult(State.WRONG, what, words, advice, null);
    }

    /** The state could not be determined. */
    public static CheckResult unknown(String what, String words, String advice) {
        return new CheckResult(State.UNKNOWN, what, words, advice, null);
    }

    /** A copy with a command that fixes it. */
    public CheckResult fixedBy(String label, String line) {
        return new CheckResult(state, what, words, advice, new Fix(label, line));
    }

    /** The finding and the advice, in sentences. */
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
