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
 * All open connections. When there are too many, the address that has the most loses the one that has rested longest; one that rests for
 * long is closed in any case. A connection rests while no request is under way on it: one that never ends its headers rests too.
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

    /** One of them; {@code restsSince} is in nanoseconds, and null while a request is under way. */
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
            return; // a web socket, which may well be silent
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
        // they stand in the order in which they began to rest
        return resting.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(ofAddress -> ofAddress.get(0))
                .orElse(null);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        all.remove(connection);
    }

    /** A request is under way from now on. */
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
