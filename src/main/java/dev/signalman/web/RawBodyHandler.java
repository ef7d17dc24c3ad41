package dev.signalman.web;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a request's route, reads its bounded body, and calls the endpoint. No thread waits for a body: this handler
 * runs on the thread that reads all connections, so endpoints, which may block, run on others.
 */
final class RawBodyHandler extends Handler.Abstract.NonBlocking {
    private static final Logger LOG = LoggerFactory.getLogger(RawBodyHandler.class);

    private final List<Route> routes;
    private final OpenConnections connections;
    private final Executor threads;
    private final Map<Route, ExecutorService> apart = new HashMap<>();
    private final IncomingBodies bodies;

    /** Serves routes; {@code threads} runs the endpoints that have no thread of their own. */
    RawBodyHandler(List<Route> routes, OpenConnections connections, IncomingBodies bodies, Executor threads) {
        this.routes = List.copyOf(routes);
        this.connections = connections;
        this.bodies = bodies;
        this.threads = threads;
        routes.stream().filter(Route::apart).forEach(route -> apart.put(route, oneThread(route)));
    }

    private static ExecutorService oneThread(Route route) {
        return Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "web" + route.path());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        connections.works(request);
        var path = Request.getPathInContext(request);
        var raw = Objects.requireNonNullElse(request.getHttpURI().getPath(), path);
        var route = routes.stream()
                .filter(each -> each.matches(request.getMethod(), raw, path))
                .findFirst();
        if (route.isEmpty()) {
            send(Reply.text(404, "Not found"), response, callback);
        } else if (route.get().endpoint() instanceof EventStream stream) {
            stream.open(response, callback);
        } else if (request.getLength() > IncomingBodies.LARGEST) {
            tooLarge(request, response, callback);
        } else {
            read(route.get(), request, response, callback);
        }
        return true;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        apart.values().forEach(ExecutorService::shutdown);
    }

    /** Ends streams, so closing need not wait for them. */
    void endStreams() {
        routes.stream()
                .map(Route::endpoint)
                .filter(EventStream.class::isInstance)
                .map(EventStream.class::cast)
                .forEach(EventStream::close);
    }

    private void read(Route route, Request request, Response response, Callback callback) {
        // IncomingBodies handles slow senders, and an endpoint may take its time
        request.addIdleTimeoutListener(silence -> false);
        bodies.read(request, callback, new IncomingBody.Taker() {
            @Override
            public void take(byte[] body) {
                var own = apart.get(route);
                (own == null ? threads : own).execute(() -> {
                    try {
                        answer(route, body, request, response, callback);
                    } finally {
                        bodies.letGo(body.length);
                    }
                });
            }

            @Override
            public void tooLarge() {
                RawBodyHandler.this.tooLarge(request, response, callback);
            }
        });
    }

    private void answer(Route route, byte[] body, Request request, Response response, Callback callback) {
        var answered = new AtomicBoolean();
        var reply = reply(route, HttpCall.of(request, body), early -> {
            if (answered.compareAndSet(false, true)) {
                // the next request on the connection would wait until this one is done
                send(early.with("Connection", "close"), response, callback);
            }
        });
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        if (reply.status() == 0) {
            IncomingBodies.cut(request, callback, "it is meant to be");
        } else {
            send(reply, response, callback);
        }
    }

    private static Reply reply(Route route, HttpCall call, Consumer<Reply> early) {
        try {
            return route.endpoint().answer(call, early);
        } catch (Exception broken) {
            LOG.error("{} {} failed and was answered 500", call.method(), route.path(), broken);
            return Reply.text(500, "Internal error; see the log");
        }
    }

    /** Lets some of it pass by: a connection that is closed with bytes unread is reset, and the answer may be lost with it. */
    private void tooLarge(Request request, Response response, Callback callback) {
        var reply = Reply.text(413, "The body is larger than 1 MiB").with("Connection", "close");
        new SkippedBody(request, () -> send(reply, response, callback)).run();
    }

    private static void send(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        if (reply.contentType() != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        }
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
