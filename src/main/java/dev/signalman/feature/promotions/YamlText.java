package dev.signalman.feature.promotions;

/** Quotes text for the configuration where needed, and escapes ambiguous characters. */
final class YamlText {
    private YamlText() {}

    static String of(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !text.matches("(?i)true|false|yes|no|on|off|null")) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c < 0x7f) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(c > 0xffff ? String.format("\\U%08X", c) : String.format("\\u%04X", c));
            }
        });
        return quoted.append('"').toString();
    }
}
