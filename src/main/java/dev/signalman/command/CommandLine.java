package dev.signalman.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line split into words at any white space, including no-break and zero-width spaces. A quotation mark anywhere in a
 * word starts a quotation. A straight mark is closed by a straight one, a typographic mark by any typographic one,
 * since phones insert them and languages differ. In quotations, a backslash escapes a quotation mark or a backslash;
 * elsewhere it is an ordinary character. An unquoted {@code because} that is not the first word ends the words; the
 * rest is the reason, verbatim.
 *
 * @param reason without surrounding white space; null without {@code because}
 */
record CommandLine(List<Word> words, @Nullable String reason) {
    private static final String TYPOGRAPHIC = "\u201c\u201d\u201e\u201f\u00ab\u00bb";
    private static final String ZERO_WIDTH = "\u200b\ufeff";

    /**
     * Splits a line.
     *
     * @throws Refusal when a quotation is not closed
     */
    static CommandLine of(String line) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (true) {
            while (at < line.length() && separates(line.charAt(at))) {
                at++;
            }
            if (at == line.length()) {
                return new CommandLine(words, null);
            }
            int end = word(line, at, words);
            if (words.size() > 1 && words.get(words.size() - 1).is("because")) {
                words.remove(words.size() - 1);
                return new CommandLine(words, stripped(line.substring(end)));
            }
            at = end;
        }
    }

    private static int word(String line, int start, List<Word> words) {
        var text = new StringBuilder();
        var bare = new StringBuilder();
        int at = start;
        while (at < line.length() && !separates(line.charAt(at))) {
            char c = line.charAt(at);
            if (quotes(c)) {
                at = quotation(line, at, text);
                bare.append("\0".repeat(text.length() - bare.length()));
            } else {
                text.append(c);
                bare.append(c);
                at++;
            }
        }
        words.add(new Word(text.toString(), bare.toString()));
        return at;
    }

    private static int quotation(String line, int open, StringBuilder text) {
        boolean straight = line.charAt(open) == '"';
        for (int at = open + 1; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length() && escapes(line.charAt(at + 1))) {
                at++;
                text.append(line.charAt(at));
            } else if (quotes(c) && straight == (c == '"')) {
                return at + 1;
            } else {
                text.append(c);
            }
        }
        throw new Refusal("The quote opened at character " + (open + 1) + " is never closed: "
                + QuotedText.of(line.substring(open + 1)) + ".");
    }

    private static boolean quotes(char c) {
        return c == '"' || TYPOGRAPHIC.indexOf(c) >= 0;
    }

    private static boolean escapes(char c) {
        return c == '\\' || quotes(c);
    }

    /** Whether the character is white space, including zero-width spaces. */
    static boolean separates(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || ZERO_WIDTH.indexOf(c) >= 0;
    }

    /** The text without surrounding white space. */
    static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && separates(text.charAt(start))) {
            start++;
        }
        while (start < end && separates(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
