package dev.signalman.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * All open connections. When there are too many, the address with the most loses the one that has been idle longest; a
 * connection that is idle for long is closed in any case. A connection is idle while no request is in progress on it,
 * also while its headers are incomplete.
 */
final class OpenConnections extends AbstractLifeCycle implements Connection.Listener {
    private final ServerLimits limits;
    private final Scheduler scheduler;
    private final Map<Connection, Open> all = new LinkedHashMap<>();
    private Scheduler.@Nullable Task watch;

    OpenConnections(ServerLimits limits, Scheduler scheduler) {
        this.limits = limits;
        this.scheduler = scheduler;
    }

    /** An open connection; {@code restsSince} is in nanoseconds, and null while a request is in progress. */
    private record Open(
            Connection connection, String address, @Nullable Long restsSince) {}

    @Override
    protected void doStart() {
        lookLater();
    }

    @Override
    protected synchronized void doStop() {
        if (watch != null) {
            watch.cancel();
        }
    }

    private synchronized void lookLater() {
        watch = scheduler.schedule(this::look, limits.rest().toMillis() / 4, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof ConnectionMetaData)) {
            return; // a web socket may be silent
        }
        Open victim;
        synchronized (this) {
            all.put(connection, new Open(connection, address(connection), System.nanoTime()));
            victim = all.size() > limits.connections() ? victim() : null;
            if (victim != null) {
                all.remove(victim.connection());
            }
        }
        if (victim != null) {
            victim.connection().getEndPoint().close();
        }
    }

    private static String address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof java.net.InetSocketAddress inet
                ? inet.getAddress().getHostAddress()
                : "";
    }

    private @Nullable Open victim() {
        Map<String, List<Open>> resting = new HashMap<>();
        for (var open : all.values()) {
            if (open.restsSince() != null) {
                resting.computeIfAbsent(open.address(), address -> new ArrayList<>())
                        .add(open);
            }
        }
        // ordered by the start of their idle time
        return resting.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(ofAddress -> ofAddress.get(0))
                .orElse(null);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        all.remove(connection);
    }

    /** Marks a connection as busy until the request is complete. */
    void works(Request request) {
        var connection = request.getConnectionMetaData().getConnection();
        turn(connection, null);
        Request.addCompletionListener(request, failure -> turn(connection, System.nanoTime()));
    }

    private synchronized void turn(Connection connection, @Nullable Long restsSince) {
        var open = all.remove(connection);
        if (open != null) {
            all.put(connection, new Open(connection, open.address(), restsSince));
        }
    }

    private void look() {
        long now = System.nanoTime();
        List<Connection> rested = new ArrayList<>();
        synchronized (this) {
            for (var open : all.values()) {
                if (open.restsSince() != null
                        && now - open.restsSince() > limits.rest().toNanos()) {
                    rested.add(open.connection());
                }
            }
        }
        rested.forEach(connection -> connection.getEndPoint().close());
        lookLater();
    }
}
