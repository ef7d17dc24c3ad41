package dev.signalman.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** A running HTTP server. Closing it lets running requests finish, and ends streams. */
public final class WebServer implements AutoCloseable {
    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final int IO_THREADS = 8;
    private static final int WAITING_CONNECTIONS = 1_024;

    private final Server server;
    private final ServerConnector connector;
    private final RawBodyHandler handler;

    private WebServer(Server server, ServerConnector connector, RawBodyHandler handler) {
        this.server = server;
        this.connector = connector;
        this.handler = handler;
    }

    /**
     * Serves {@code routes}, matched in order, on all interfaces.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static WebServer start(int port, List<Route> routes) throws IOException {
        return start(null, port, routes, ServerLimits.USUAL);
    }

    /** Starts a small server on one interface, for health and metrics; {@code address} is numeric. */
    public static WebServer apart(String address, int port, List<Route> routes) throws IOException {
        return start(address, port, routes, ServerLimits.FEW);
    }

    /** Starts a server on one interface; {@code address} is numeric. */
    public static WebServer on(String address, int port, List<Route> routes) throws IOException {
        return start(address, port, routes, ServerLimits.USUAL);
    }

    static WebServer start(@Nullable String address, int port, List<Route> routes, ServerLimits limits)
            throws IOException {
        // Jetty's own threads also open connections, so no endpoint may hold one
        var io = new QueuedThreadPool(IO_THREADS, 4);
        io.setName("web-io");
        var server = new Server(io);
        var threads = new QueuedThreadPool(limits.threads(), 4);
        threads.setName("web");
        server.addBean(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(port);
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setShutdownIdleTimeout(100);
        server.addConnector(connector);
        var connections = new OpenConnections(limits, server.getScheduler());
        connector.addBean(connections);
        var handler = new RawBodyHandler(routes, connections, new IncomingBodies(limits), threads);
        server.setHandler(new GracefulHandler(withSockets(server, routes, handler)));
        server.setErrorHandler(new PlainErrorResponses());
        server.setStopTimeout(5_000);
        try {
            server.start();
        } catch (IOException taken) {
            stop(server);
            throw taken;
        } catch (Exception broken) {
            stop(server);
            throw new IOException("The HTTP server did not start: " + broken.getMessage(), broken);
        }
        return new WebServer(server, connector, handler);
    }

    private static Handler withSockets(Server server, List<Route> routes, Handler plain) {
        if (routes.stream().noneMatch(route -> route.endpoint() instanceof WebSocketUpgrade)) {
            return plain;
        }
        var sockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.setMaxTextMessageSize(LARGEST_MESSAGE);
            for (var route : routes) {
                if (route.endpoint() instanceof WebSocketUpgrade upgrade) {
                    container.addMapping(route.path(), upgrade::open);
                }
            }
        });
        sockets.setHandler(plain);
        return sockets;
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        handler.endStreams();
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception broken) {
            throw new IllegalStateException("The HTTP server did not stop", broken);
        }
    }

    /** What Jetty says for itself (a malformed request, a shutdown): the status in words, never a stack trace. */
    private static final class PlainErrorResponses implements Request.Handler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var text = "HTTP " + response.getStatus();
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
