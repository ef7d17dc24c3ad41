package dev.signalman.slack.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which {@code response_url}s the bot may post to: https under slack.com, or the host of the Web API. Bolt
 * would post to whatever address a payload names (docs/slack.md).
 */
public final class ResponseUrlAllowlist {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseUrlAllowlist.class);
    private static final int LONGEST = 2_000;

    private final URI api;

    public ResponseUrlAllowlist(URI api) {
        this.api = api;
    }

    /** The URL of a payload if it may be posted to; null when it may not, or when there is none. */
    public @Nullable String trusted(@Nullable String url) {
        if (url == null || url.isEmpty()) {
            return null;
        }
        if (!trusts(url)) {
            LOG.warn("Ignored a response_url that isn't Slack's");
            return null;
        }
        return url;
    }

    /** Whether {@code url} may be posted to. */
    public boolean trusts(String url) {
        var parsed = parse(url);
        if (parsed == null) {
            return false;
        }
        var host = host(parsed);
        if (host.equals(host(api)) && scheme(parsed).equals(scheme(api)) && port(parsed) == port(api)) {
            return true;
        }
        return scheme(parsed).equals("https")
                && port(parsed) == 443
                && (host.equals("slack.com") || host.endsWith(".slack.com"));
    }

    private static @Nullable URI parse(String url) {
        if (url.length() > LONGEST) {
            return null;
        }
        try {
            var parsed = new URI(url).parseServerAuthority();
            return parsed.getHost() == null || parsed.getScheme() == null || parsed.getRawUserInfo() != null
                    ? null
                    : parsed;
        } catch (URISyntaxException malformed) {
            return null; // an unreadable address is not trusted
        }
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return scheme(uri).equals("https") ? 443 : 80;
    }
}
