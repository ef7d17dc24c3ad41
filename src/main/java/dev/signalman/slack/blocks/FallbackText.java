package dev.signalman.slack.blocks;

/**
 * The {@code text} of a message. Slack reads markup there, so {@code & < >} are escaped, which leaves nothing that could
 * mention; and it makes links of bare addresses, so these are broken by a character that is not seen (docs/slack.md, "Text").
 */
final class FallbackText {
    /** In UTF-16 units, as Slack counts them; an update takes 4,000. */
    static final int MAX = 3_000;

    private static final String UNLINKED = ":\u2060";

    private FallbackText() {}

    /** Whole sentences as they were written, which may hold foreign text. */
    static String of(String raw) {
        return escaped(UntrustedText.visible(raw, MAX));
    }

    /** Sentences whose foreign parts are clean already; at most {@link #MAX} units after escaping, cut between code points. */
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

    /** A cut may fall into text that runs from right to left; what follows must run as before. */
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

    /** What {@link #of} wrote, as it reads where Slack sees no markup. */
    static String unescaped(String text) {
        return text.replace(UNLINKED, ":")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Ends a sentence that may have its own full stop already. */
    static String ended(String sentence) {
        var stripped = sentence.strip();
        return stripped.isEmpty() || ".!?…:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
