package dev.signalman.slack.outbound;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.time.Duration;

/**
 * The one instance of Slack's SDK in the process. Each further one would start threads of its own (docs/slack.md).
 *
 * <p>A request is sent once: the HTTP client's own repeats are off, since a message could appear twice by them.
 */
public final class SlackConnection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(4);
    private static final Duration CALL = Duration.ofSeconds(5);

    private final Slack slack;
    /** Also for a process that was stopped meanwhile, which else would never hear that it posted a message. */
    private static final Duration POST = Duration.ofSeconds(30);

    private final SlackHttpClient posting;
    private final String token;
    private final URI api;

    /**
     * Reaches nothing yet.
     *
     * @param token the bot's
     * @param api where the Web API is
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

    /** The SDK's instance, for what must be given one. */
    public Slack slack() {
        return slack;
    }

    SlackHttpClient http() {
        return slack.getHttpClient();
    }

    /** For what is done a second time when its answer is not waited for. */
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
            throw new IllegalStateException("The Slack client did not close", broken);
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
