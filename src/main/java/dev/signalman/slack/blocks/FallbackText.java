package dev.signalman.slack.blocks;

/**
 * The {@code text} of a message. Slack parses markup there, so {@code & < >} are escaped and nothing can mention. Slack
 * also links bare addresses, so an invisible character breaks them (docs/slack.md, "Text").
 */
final class FallbackText {
    /** Maximum length in UTF-16 units, as Slack counts them; an update accepts 4,000. */
    static final int MAX = 3_000;

    private static final String UNLINKED = ":\u2060";

    private FallbackText() {}

    /** Escapes whole sentences that may contain foreign text. */
    static String of(String raw) {
        return escaped(UntrustedText.visible(raw, MAX));
    }

    /**
     * Escapes sentences whose foreign parts are already sanitized; at most {@link #MAX} units after escaping, cut
     * between code points.
     */
    static String escaped(String clean) {
        var text = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); ) {
            int point = clean.codePointAt(i);
            var shown = escape(clean, i, point);
            if (text.length() + shown.length() >= MAX - 1) {
                return closed(text.append('…'));
            }
            text.append(shown);
            i += Character.charCount(point);
        }
        return text.toString();
    }

    /** A cut may fall into right-to-left text; the rest of the line must keep its direction. */
    private static String closed(StringBuilder cut) {
        return cut.lastIndexOf(UntrustedText.ISOLATE) > cut.lastIndexOf(UntrustedText.END_OF_ISOLATE)
                ? cut.append(UntrustedText.END_OF_ISOLATE).toString()
                : cut.toString();
    }

    private static String escape(String line, int at, int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case ':' -> line.startsWith("://", at) ? UNLINKED : ":";
            default -> Character.toString(point);
        };
    }

    /** Undoes {@link #of}, for places where Slack parses no markup. */
    static String unescaped(String text) {
        return text.replace(UNLINKED, ":")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Adds a full stop unless the sentence already ends with punctuation. */
    static String ended(String sentence) {
        var stripped = sentence.strip();
        return stripped.isEmpty() || ".!?…:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
