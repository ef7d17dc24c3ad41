package dev.signalman.card;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An option of a choice field.
 *
 * @param words the label; at most 75 characters are shown
 * @param value its meaning; a looked-up option may have at most 150 characters
 */
public record FormOption(String words, String value) {
    private static final int LONGEST_KEY = 75;

    /** An option whose label is its value. */
    public static FormOption of(String value) {
        return new FormOption(value, value);
    }

    /**
     * The value, or a short hash of it when it is long: Slack's options hold at most 75 characters (docs/slack.md,
     * "Limits").
     */
    public String key() {
        if (value.length() <= LONGEST_KEY) {
            return value;
        }
        return "long:" + UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8));
    }
}
