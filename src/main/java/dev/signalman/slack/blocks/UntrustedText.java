package dev.signalman.slack.blocks;

/**
 * Sanitizes foreign text: one line, no change of text direction, well-formed Unicode, bounded length. The surrounding
 * elements ensure that it neither mentions nor links.
 */
final class UntrustedText {
    /** Replaces empty text, which Slack refuses. */
    static final String BLANK = "(blank)";

    private static final char ELLIPSIS = '…';
    private static final int REPLACEMENT = 0xFFFD;
    private static final int JOINER = 0x200D;
    static final String ISOLATE = "\u2068";
    static final String END_OF_ISOLATE = "\u2069";

    private UntrustedText() {}

    /** One line of at most {@code max} UTF-16 units, cut between code points with "…" at the end; may be empty. */
    static String line(String raw, int max) {
        if (raw.length() <= max && harmless(raw)) {
            return raw;
        }
        var kept = new StringBuilder(Math.min(raw.length(), max) + 2);
        boolean turns = false;
        int before = 0;
        int end = 0;
        for (int i = 0; i < raw.length() && kept.length() <= max; ) {
            int point = raw.codePointAt(i);
            i += Character.charCount(point);
            int shown = onOneLine(point, before);
            if (shown >= 0) {
                end = kept.length() < max ? kept.length() : end;
                kept.appendCodePoint(shown);
                turns |= rightToLeft(shown);
                before = shown;
            }
        }
        if (kept.length() > max) {
            kept.setLength(end);
            kept.append(ELLIPSIS);
        }
        if (!turns) {
            return kept.toString();
        }
        return ISOLATE + (kept.length() + 2 > max ? cut(kept, max - 2) : kept) + END_OF_ISOLATE;
    }

    /** One line like {@link #line}, with {@link #BLANK} if nothing is visible. */
    static String visible(String raw, int max) {
        var line = line(raw, max);
        return line.isBlank() ? BLANK : line;
    }

    /** The end of a multi-line text, at most {@code max} UTF-16 units; line breaks and tabs stay, "…" marks the cut. */
    static String tail(String raw, int max) {
        var end = raw.substring(Math.max(0, raw.length() - max * 2))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var kept = new StringBuilder(end.length());
        end.codePoints()
                .map(point -> point == '\n' || point == '\t' ? point : onOneLine(point, 0))
                .filter(point -> point >= 0)
                .forEach(kept::appendCodePoint);
        if (kept.length() <= max && raw.length() <= max * 2) {
            return kept.toString();
        }
        int start = Math.max(0, kept.length() - max + 2);
        start += start < kept.length() && Character.isLowSurrogate(kept.charAt(start)) ? 1 : 0;
        int nextLine = kept.indexOf("\n", start) + 1;
        return ELLIPSIS + "\n" + kept.substring(nextLine > 0 && nextLine < kept.length() ? nextLine : start);
    }

    /** Replaces unpaired surrogates by the replacement character. */
    static String wellFormed(String raw) {
        return raw.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static CharSequence cut(StringBuilder clean, int max) {
        int end = max - 1;
        return clean.substring(0, Character.isLowSurrogate(clean.charAt(end)) ? end - 1 : end) + ELLIPSIS;
    }

    private static boolean harmless(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < ' ' || raw.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** The replacement for a code point: itself, a space for a break, or -1 for nothing. */
    private static int onOneLine(int point, int before) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return ' ';
        }
        if (noncharacter(point)) {
            return REPLACEMENT;
        }
        return switch (Character.getType(point)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> REPLACEMENT;
            case Character.FORMAT -> point == JOINER && joinable(before) ? point : -1;
            case Character.CONTROL -> -1;
            default -> point;
        };
    }

    /** Whether a joiner after it forms one emoji of two, as in a family; elsewhere a joiner is only invisible. */
    private static boolean joinable(int point) {
        int type = Character.getType(point);
        return point == 0xFE0F || type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL;
    }

    private static boolean noncharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    private static boolean rightToLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }
}
