package dev.signalman.slack.socket;

import com.slack.api.util.http.ProxyUrlUtil;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.websocket.ClientEndpointConfig;
import javax.websocket.CloseReason;
import javax.websocket.DeploymentException;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.PongMessage;
import javax.websocket.Session;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.jspecify.annotations.Nullable;

/** One connection to Slack, from its opening to its end. */
final class SlackSocket extends Endpoint {
    private static final int HANDSHAKE_MILLIS = 5_000;
    private static final int SEND_MILLIS = 3_000;

    private final BiConsumer<SlackSocket, String> heard;
    private final CountDownLatch greeted = new CountDownLatch(1);
    private volatile long lastSign = System.nanoTime();
    private volatile @Nullable Session session;
    private volatile boolean ended;
    private volatile @Nullable String goodbye;

    /** Not open yet; {@code heard} is told of each text, on a thread that must not be held up. */
    SlackSocket(BiConsumer<SlackSocket, String> heard) {
        this.heard = heard;
    }

    /**
     * Connects; Slack's greeting is waited for by {@link #greetedWithin}.
     *
     * @param proxy null for none
     * @throws IOException without the address in its words
     */
    void open(URI address, @Nullable String proxy) throws IOException {
        var client = ClientManager.createClient();
        client.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, HANDSHAKE_MILLIS);
        if ("wss".equals(address.getScheme())) { // with one set, Tyrus encrypts whatever the address says
            client.getProperties().put(ClientProperties.SSL_ENGINE_CONFIGURATOR, encryption());
        }
        if (proxy != null) {
            client.getProperties().putAll(through(proxy));
        }
        try {
            session = client.connectToServer(
                    this, ClientEndpointConfig.Builder.create().build(), address);
        } catch (DeploymentException refused) {
            var cause = refused.getCause() == null ? refused : refused.getCause();
            throw new IOException(
                    "the connection was not opened, " + cause.getClass().getSimpleName());
        }
    }

    private static SslEngineConfigurator encryption() {
        try {
            return new SslEngineConfigurator(SSLContext.getDefault()).setHostVerificationEnabled(true);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Java's own TLS cannot be set up", missing);
        }
    }

    private static Map<String, Object> through(String proxy) {
        var parsed = ProxyUrlUtil.parse(proxy);
        Map<String, String> headers = new HashMap<>();
        if (parsed.getUsername() != null && parsed.getPassword() != null) {
            ProxyUrlUtil.setProxyAuthorizationHeader(headers, parsed);
        }
        return Map.of(
                ClientProperties.PROXY_URI,
                parsed.toUrlWithoutUserAndPassword(),
                ClientProperties.PROXY_HEADERS,
                headers);
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        this.session = session;
        session.getAsyncRemote().setSendTimeout(SEND_MILLIS);
        session.addMessageHandler(String.class, this::text);
        session.addMessageHandler(PongMessage.class, this::pong);
    }

    private void text(String text) {
        sign();
        heard.accept(this, text);
    }

    private void pong(PongMessage pong) {
        sign();
    }

    private void sign() {
        lastSign = System.nanoTime();
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        ended = true;
        greeted.countDown();
    }

    @Override
    public void onError(Session session, Throwable broken) {
        cut();
    }

    /** Slack said hello: from now on it delivers. */
    void greeted() {
        greeted.countDown();
    }

    boolean greetedWithin(long millis) throws InterruptedException {
        return greeted.await(millis, TimeUnit.MILLISECONDS) && !ended;
    }

    void saidGoodbye(String reason) {
        goodbye = reason;
    }

    @Nullable
    String goodbye() {
        return goodbye;
    }

    boolean ended() {
        return ended;
    }

    long silentForMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastSign);
    }

    /** Sends a text; one that cannot be sent is lost, as on any line that breaks. */
    void send(String text) {
        var open = session;
        if (open != null && open.isOpen()) {
            open.getAsyncRemote().sendText(text, result -> {
                if (!result.isOK()) {
                    cut();
                }
            });
        }
    }

    /** Asks for a sign of life. */
    void ping() {
        var open = session;
        if (open != null && open.isOpen()) {
            try {
                open.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException broken) {
                cut();
            }
        }
    }

    /** Ends it, if it has not ended. */
    void cut() {
        ended = true;
        var open = session;
        if (open != null && open.isOpen()) {
            try {
                open.close();
            } catch (IOException broken) {
                // it had ended, which is what was wanted
            }
        }
    }
}
