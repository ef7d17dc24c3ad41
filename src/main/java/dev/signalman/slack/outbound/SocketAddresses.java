package dev.signalman.slack.outbound;

import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.MessengerException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;

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
    public String next() {
        var url = web.call(SlackMethod.OPEN_SOCKET, appToken, new FormBody.Builder().build())
                .path("url")
                .asText();
        try {
            var address = new URI(url);
            var scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null
                    && (scheme.equals("wss") || (scheme.equals("ws") && SlackConnection.isLoopback(address)))) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // said below, without the address
        }
        throw new MessengerException(Kind.REFUSED, "Slack gave an address for the socket that is not wss://");
    }

    /**
     * What opens the sockets: it reaches Slack as all else does, through a proxy where there is one, and shares its threads.
     *
     * @param ping how often it asks for a sign of life
     */
    public OkHttpClient client(Duration ping) {
        return connection
                .http()
                .getOkHttpClient()
                .newBuilder()
                .pingInterval(ping)
                .build();
    }

    @Override
    public String toString() {
        return "SocketAddresses";
    }
}
