package dev.signalman.slack.outbound;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.time.Duration;

/**
 * The process's one instance of Slack's SDK. Each further one would start more threads (docs/slack.md).
 *
 * <p>A request is sent once. The HTTP client's own retries are off, since they could post a message twice.
 */
public final class SlackConnection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(4);
    private static final Duration CALL = Duration.ofSeconds(5);

    private final Slack slack;
    /** Long enough for a process that was suspended: otherwise it would never learn that it posted a message. */
    private static final Duration POST = Duration.ofSeconds(30);

    private final SlackHttpClient posting;
    private final String token;
    private final URI api;

    /**
     * Opens no connection yet.
     *
     * @param token the bot token
     * @param api base address of the Web API
     */
    public SlackConnection(String token, URI api) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("The bot token is blank");
        }
        this.token = token;
        this.api = api.getPath().endsWith("/") ? api : URI.create(api + "/");
        var config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setMethodsEndpointUrlPrefix(this.api.toString());
        config.setHttpClientReadTimeoutMillis((int) READ.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) READ.toMillis());
        config.setHttpClientCallTimeoutMillis((int) CALL.toMillis());
        if (isLoopback(api)) {
            config.setProxyUrl(null); // the SDK would take the proxy of the environment even to this very machine
        }
        var http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .connectTimeout(CONNECT)
                .retryOnConnectionFailure(false)
                .build();
        this.slack = Slack.getInstance(config, new SlackHttpClient(http));
        this.posting = new SlackHttpClient(
                http.newBuilder().readTimeout(POST).callTimeout(POST).build());
    }

    /** The SDK's instance, for libraries that need it. */
    public Slack slack() {
        return slack;
    }

    SlackHttpClient http() {
        return slack.getHttpClient();
    }

    /** For calls that are repeated when nobody waits for their answer. */
    SlackHttpClient posting() {
        return posting;
    }

    String token() {
        return token;
    }

    String url(String method) {
        return api + method;
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception broken) {
            throw new IllegalStateException("The Slack client did not close cleanly", broken);
        }
    }

    @Override
    public String toString() {
        return "SlackConnection[" + api + "]";
    }

    /** Whether an address is this very machine, by its spelling; no name is looked up. */
    static boolean isLoopback(URI uri) {
        var host = String.valueOf(uri.getHost());
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
