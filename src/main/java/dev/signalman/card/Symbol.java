package dev.signalman.card;

import dev.signalman.domain.Result;
import org.jspecify.annotations.Nullable;

/** The emoji that cards use, named by meaning. */
public enum Symbol {
    QUEUED("hourglass_flowing_sand", "⏳"),
    RUNNING("large_blue_circle", "🔵"),
    PASSED("white_check_mark", "✅"),
    FAILED("x", "❌"),
    STOPPED("black_square_for_stop", "⏹️"),
    CANCELED("heavy_minus_sign", "➖"),
    NOT_BEGUN("white_circle", "⚪"),
    SKIPPED("fast_forward", "⏩"),
    DEPLOY("rocket", "🚀"),
    WARNING("warning", "⚠️"),
    ASKED("raised_hand", "✋"),
    REJECTED("no_entry_sign", "🚫"),
    SCHEDULED("alarm_clock", "⏰"),
    EXPIRED("hourglass", "⌛"),
    LOCKED("lock", "🔒"),
    UNLOCKED("unlock", "🔓"),
    FROZEN("snowflake", "❄️"),
    GLASS("rotating_light", "🚨"),
    GATE("construction", "🚧"),
    PERSON("bust_in_silhouette", "👤"),
    AGENT("robot_face", "🤖");

    private final String shortCode;
    private final String character;

    Symbol(String shortCode, String character) {
        this.shortCode = shortCode;
        this.character = character;
    }

    /** The emoji of a result; a neutral one for an unknown or missing result. */
    public static Symbol of(@Nullable Result result) {
        if (result == null) {
            return NOT_BEGUN;
        }
        return switch (result) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
            case CANCELED -> CANCELED;
            case UNKNOWN -> NOT_BEGUN;
        };
    }

    /** Slack's short code, without colons. */
    public String shortCode() {
        return shortCode;
    }

    public String character() {
        return character;
    }
}
