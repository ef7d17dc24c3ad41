package dev.signalman.simulator.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders Slack's markup as a person reads it: links by label, mentions with a sign, entities decoded. */
final class Mrkdwn {
    private static final Pattern ENTITY = Pattern.compile("<([^<>]+)>");
    private static final Pattern DATE = Pattern.compile("!date\\^[^|]*\\|(.*)");

    private Mrkdwn() {}

    static String drawn(String text) {
        var resolved = ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(entity(match)));
        return Emoji.in(plain(resolved));
    }

    /** Decodes Slack's three entities. */
    static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String entity(MatchResult match) {
        var inside = match.group(1);
        var date = DATE.matcher(inside);
        if (date.matches()) {
            return date.group(1);
        }
        int bar = inside.indexOf('|');
        var label = bar < 0 ? "" : inside.substring(bar + 1);
        var target = bar < 0 ? inside : inside.substring(0, bar);
        return switch (target.charAt(0)) {
            case '@' -> "@" + (label.isEmpty() ? target.substring(1) : label);
            case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
            case '!' -> label.isEmpty() ? "@" + target.substring(1).replace("subteam^", "") : label;
            default -> label.isEmpty() ? target : label;
        };
    }
}
