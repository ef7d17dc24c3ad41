package dev.signalman.command;

/** Quotes foreign text in a sentence: shortened, and without invisible characters. */
public final class QuotedText {
    private static final int LONGEST = 80;

    private QuotedText() {}

    /** The text in quotes. */
    public static String of(String text) {
        return "\u201c" + cut(text, LONGEST) + "\u201d";
    }

    /** The text, cut to at most {@code longest} code points. */
    static String cut(String text, int longest) {
        var shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> shown.appendCodePoint(visible(c) ? c : '\uFFFD'));
        return text.codePointCount(0, text.length()) > longest
                ? shown.append('\u2026').toString()
                : shown.toString();
    }

    private static boolean visible(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.FORMAT;
    }
}
