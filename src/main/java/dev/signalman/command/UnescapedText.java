package dev.signalman.command;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Restores typed text from Slack's escaped form (docs/slack.md, "Escaped text"). Slack escapes only typed text; the
 * value of a button is returned unchanged. So call this once for each typed line, and for nothing else, before it is
 * passed to {@link Grammar}.
 */
public final class UnescapedText {
    private static final Pattern ESCAPED = Pattern.compile("<([^<>]*)>|&(amp|lt|gt);");

    private UnescapedText() {}

    /**
     * Decodes Slack's escapes once. A link becomes its URL, but a link that Slack made of a typed host or e-mail
     * address ({@code deploy.sh}, {@code web@main.io}) becomes that text. A person becomes {@code @} and the id, which
     * is unique, unlike the name. A channel becomes {@code #} and its name, or its id if Slack hides the name.
     * {@code <!channel>} and the like are kept unchanged as plain text.
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

    /** Whether Slack made the link from the text in its label. */
    private static boolean made(String target, String label) {
        var rest = target.substring(target.indexOf(':') + 1);
        return !label.isEmpty() && (rest.equals("//" + label) || rest.equals("//" + label + "/"));
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
