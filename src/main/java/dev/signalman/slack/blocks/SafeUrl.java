package dev.signalman.slack.blocks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which addresses may become links. */
final class SafeUrl {
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeUrl() {}

    /** Whether it is https, or http at loopback, without user information, and consists of URL characters only. */
    static boolean test(String url, int longest) {
        if (url.length() > longest || !CHARACTERS.matcher(url).matches()) {
            return false;
        }
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            if (host == null || uri.getRawUserInfo() != null) {
                return false;
            }
            return "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(host));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
