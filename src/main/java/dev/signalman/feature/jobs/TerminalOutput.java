package dev.signalman.feature.jobs;

import java.util.regex.Pattern;

/**
 * What a terminal would finally show of a job's output: no control sequences, and only the last version of a line that
 * was overwritten.
 */
final class TerminalOutput {
    /**
     * CSI, OSC and the other strings (each up to its end, or the line's end if unterminated), then two-character
     * escapes.
     */
    private static final Pattern SEQUENCES = Pattern.compile("(?:\u001b\\[|\u009b)[0-?]*+[ -/]*+[@-~]?"
            + "|(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]*+(?:\u0007|\u009c|\u001b\\\\)?"
            + "|\u001b[ -/]*+[0-~]?");

    /** Characters that change text direction, break lines or have no width. */
    private static final String UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
            + "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff";

    private TerminalOutput() {}

    /** The lines, joined by {@code \n}. */
    static String show(String printed) {
        var text = SEQUENCES.matcher(printed).replaceAll("");
        var shown = new StringBuilder(text.length());
        int begin = 0;
        while (begin <= text.length()) {
            int end = text.indexOf('\n', begin);
            int stop = end < 0 ? text.length() : end;
            line(text, begin, stop, shown);
            if (end < 0) {
                break;
            }
            shown.append('\n');
            begin = end + 1;
        }
        return shown.toString();
    }

    private static void line(String text, int begin, int end, StringBuilder shown) {
        int stop = end;
        while (stop > begin && text.charAt(stop - 1) == '\r') {
            stop--;
        }
        int lineStart = shown.length();
        for (int i = Math.max(begin, text.lastIndexOf('\r', stop - 1) + 1); i < stop; i++) {
            char c = text.charAt(i);
            if (c == '\b') {
                shown.setLength(Math.max(lineStart, shown.length() - 1));
            } else if (visible(c)) {
                shown.append(c);
            }
        }
    }

    private static boolean visible(char c) {
        return c == '\t' || !(Character.isISOControl(c) || UNSEEN.indexOf(c) >= 0);
    }
}
