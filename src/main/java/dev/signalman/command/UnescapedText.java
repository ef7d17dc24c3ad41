package dev.signalman.command;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives back what a person typed, from what Slack made of it (docs/slack.md, "Escaped text"). Slack escapes text that was typed, and only
 * that: what a button holds comes back exactly as it was sent. So this is called once for every typed line, before it becomes
 * an invocation, and never for anything else; {@link Grammar} reads lines as they were typed.
 */
public final class UnescapedText {
    private static final Pattern ESCAPED = Pattern.compile("<([^<>]*)>|&(amp|lt|gt);");

    private UnescapedText() {}

    /**
     * Undoes Slack's escapes, each once. A link becomes its address; but where Slack itself made the link, of a host or a mail address
     * that was typed ({@code deploy.sh}, {@code web@main.io}), it becomes that text again. A person becomes {@code @} and the id, which
     * unlike the name is unique; a channel {@code #} and its name, or its id where Slack hides the name. {@code <!channel>} and its like
     * stay as they are: they are only text here.
     */
    public static String decode(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(decoded(found)));
    }

    private static String decoded(MatchResult found) {
        var inside = found.group(1);
        if (inside == null) {
            return entities(found.group());
        }
        int bar = inside.indexOf('|');
        var target = entities(bar < 0 ? inside : inside.substring(0, bar));
        var label = bar < 0 ? "" : entities(inside.substring(bar + 1));
        if (target.startsWith("@") && target.length() > 1) {
            return target;
        }
        if (target.startsWith("#") && target.length() > 1) {
            return label.isEmpty() ? target : "#" + label;
        }
        var scheme = target.substring(0, target.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http:", "https:" -> made(target, label) ? label : target;
            case "mailto:", "tel:" -> label.isEmpty() ? target.substring(scheme.length()) : label;
            default -> entities(found.group());
        };
    }

    /** Whether Slack made the link of what stands in the label. */
    private static boolean made(String target, String label) {
        var rest = target.substring(target.indexOf(':') + 1);
        return !label.isEmpty() && (rest.equals("//" + label) || rest.equals("//" + label + "/"));
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
