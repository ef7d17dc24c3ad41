package dev.signalman.slack.outbound;

import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;

/** Gets addresses for Socket Mode from Slack. Each address works once, and for a short while (docs/slack.md). */
public final class SocketAddresses {
    private final SlackWebApi web;
    private final SlackConnection connection;
    private final String appToken;

    /**
     * Opens no connection yet.
     *
     * @param appToken a secret
     */
    public SocketAddresses(SlackWebApi web, SlackConnection connection, String appToken) {
        this.web = web;
        this.connection = connection;
        this.appToken = appToken;
    }

    /**
     * A fresh address. It is a capability; never log it.
     *
     * @throws MessengerException when Slack returns none, or an unencrypted one that is not on this machine
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
            // reported below without the address
        }
        throw new MessengerException(Kind.REFUSED, "Slack gave an address for the socket that is not wss://");
    }

    /**
     * The HTTP client that opens the sockets. It uses the same proxy and threads as all other calls.
     *
     * @param ping interval between pings
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
