package dev.signalman.card;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Something that can be chosen in a form.
 *
 * @param words what people read; at most 75 characters are shown
 * @param value what it means; of what is looked up, more than 150 characters cannot be offered
 */
public record FormOption(String words, String value) {
    private static final int LONGEST_KEY = 75;

    /** A value that speaks for itself. */
    public static FormOption of(String value) {
        return new FormOption(value, value);
    }

    /** The value where it is short, else a short name of it: Slack's options hold at most 75 characters (docs/slack.md, "Limits"). */
    public String key() {
        if (value.length() <= LONGEST_KEY) {
            return value;
        }
        return "long:" + UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8));
    }
}
