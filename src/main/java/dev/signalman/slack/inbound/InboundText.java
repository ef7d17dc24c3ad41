package dev.signalman.slack.inbound;

import org.jspecify.annotations.Nullable;

/** Foreign text on its way in. */
final class InboundText {
    private InboundText() {}

    /** The text without NUL, which PostgreSQL cannot store; empty for none. */
    static String text(@Nullable String text) {
        return text == null ? "" : text.replace('\0', '\uFFFD');
    }

    /** The first text that is there. */
    static @Nullable String first(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }
}
