package dev.signalman.slack.outbound;

import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.MessengerException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/** Asks Slack where a socket may be opened: each address is good once, and for a short while (docs/slack.md). */
public final class SocketAddresses {
    private final SlackWebApi web;
    private final SlackConnection connection;
    private final String appToken;

    /**
     * Reaches nothing yet.
     *
     * @param appToken a secret
     */
    public SocketAddresses(SlackWebApi web, SlackConnection connection, String appToken) {
        this.web = web;
        this.connection = connection;
        this.appToken = appToken;
    }

    /**
     * A fresh address; it is a capability, and must not be logged.
     *
     * @throws MessengerException when Slack gives none, or one that is not encrypted and not on this very machine
     */
    public URI next() {
        var url = web.call(SlackMethod.OPEN_SOCKET, appToken, new FormBody.Builder().build())
                .path("url")
                .asText();
        try {
            var address = new URI(url);
            var scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && (scheme.equals("wss") || (scheme.equals("ws") && Loopback.is(address)))) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // said below, without the address
        }
        throw new MessengerException(Kind.REFUSED, "Slack gave an address for the socket that is not wss://");
    }

    /** The proxy that Slack is reached through, null for none. */
    public @Nullable String proxy() {
        return connection.slack().getConfig().getProxyUrl();
    }

    @Override
    public String toString() {
        return "SocketAddresses";
    }
}
