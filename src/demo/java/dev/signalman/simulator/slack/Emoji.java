package dev.signalman.simulator.slack;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces short codes by their characters; unknown ones stay. */
final class Emoji {
    private static final Pattern CODE = Pattern.compile(":([a-z0-9_+-]+):");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("x", "❌"),
            Map.entry("white_check_mark", "✅"),
            Map.entry("large_blue_circle", "🔵"),
            Map.entry("white_circle", "⚪"),
            Map.entry("hourglass", "⌛"),
            Map.entry("hourglass_flowing_sand", "⏳"),
            Map.entry("black_square_for_stop", "⏹"),
            Map.entry("heavy_minus_sign", "➖"),
            Map.entry("fast_forward", "⏩"),
            Map.entry("rocket", "🚀"),
            Map.entry("bust_in_silhouette", "👤"),
            Map.entry("robot_face", "🤖"),
            Map.entry("raised_hand", "✋"),
            Map.entry("lock", "🔒"),
            Map.entry("unlock", "🔓"),
            Map.entry("alarm_clock", "⏰"),
            Map.entry("warning", "⚠"),
            Map.entry("no_entry", "⛔"),
            Map.entry("no_entry_sign", "🚫"),
            Map.entry("electric_plug", "🔌"),
            Map.entry("bell", "🔔"),
            Map.entry("eyes", "👀"),
            Map.entry("fire", "🔥"),
            Map.entry("snowflake", "❄"),
            Map.entry("recycle", "♻"),
            Map.entry("repeat", "🔁"),
            Map.entry("mag", "🔍"),
            Map.entry("link", "🔗"),
            Map.entry("rotating_light", "🚨"),
            Map.entry("thumbsup", "👍"),
            Map.entry("+1", "👍"),
            Map.entry("wave", "👋"),
            Map.entry("tada", "🎉"),
            Map.entry("question", "❓"),
            Map.entry("information_source", "ℹ"));

    private Emoji() {}

    static String named(String name) {
        return SIGNS.getOrDefault(name, ":" + name + ":");
    }

    static String in(String text) {
        return CODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement(named(code.group(1))));
    }
}
