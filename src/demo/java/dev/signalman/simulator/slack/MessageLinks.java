package dev.signalman.simulator.slack;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The links in the text of a message, as Slack stores it. */
final class MessageLinks {
    private static final Pattern LINK = Pattern.compile("<(https?://[^<>|]+)(?:\\|[^<>]*)?>");

    private MessageLinks() {}

    /** Distinct addresses in order, with entities as stored. */
    static List<String> in(String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    static String host(String url) {
        try {
            var host = URI.create(url.replace("&amp;", "&")).getHost();
            return Objects.requireNonNullElse(host, "").toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return ""; // not a valid address
        }
    }
}
