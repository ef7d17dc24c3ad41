package dev.signalman.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the whole body, bounded, and hands it to the first route that matches. */
final class RawBodyHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RawBodyHandler.class);
    private static final int LARGEST_BODY = 1 << 20;
    private static final int MOST_PASSED_BY = 4;

    private final List<Route> routes;

    RawBodyHandler(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var stream = stream(request);
        if (stream.isPresent()) {
            stream.get().open(response, callback);
            return true;
        }
        var answered = new AtomicBoolean();
        var reply = answer(request, early -> {
            if (answered.compareAndSet(false, true)) {
                // what comes next over the connection would wait until this is done
                send(early.with("Connection", "close"), response, callback);
            }
        });
        if (!answered.compareAndSet(false, true)) {
            return true;
        }
        if (reply.status() == 0) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("The connection is cut on purpose"));
        } else {
            send(reply, response, callback);
        }
        return true;
    }

    /** Ends what has no end of its own, so that closing need not wait for it. */
    void endStreams() {
        routes.stream()
                .map(Route::endpoint)
                .filter(EventStream.class::isInstance)
                .map(EventStream.class::cast)
                .forEach(EventStream::close);
    }

    private Optional<EventStream> stream(Request request) {
        return route(request)
                .map(Route::endpoint)
                .filter(EventStream.class::isInstance)
                .map(EventStream.class::cast);
    }

    private Optional<Route> route(Request request) {
        var path = Request.getPathInContext(request);
        return routes.stream()
                .filter(each -> each.matches(request.getMethod(), path))
                .findFirst();
    }

    private Reply answer(Request request, Consumer<Reply> early) throws IOException {
        var sent = Content.Source.asInputStream(request);
        if (request.getLength() > LARGEST_BODY) {
            return tooLarge(sent);
        }
        var path = Request.getPathInContext(request);
        var route = route(request);
        var body = sent.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return tooLarge(sent);
        }
        if (route.isEmpty()) {
            return Reply.text(404, "Not found");
        }
        try {
            return route.get().endpoint().answer(call(request, path, body), early);
        } catch (Exception broken) {
            LOG.error("{} {} failed", request.getMethod(), route.get().path(), broken);
            return Reply.text(500, "Something went wrong here; it is in the log");
        }
    }

    static HttpCall call(Request request, String path, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (var field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        var query = request.getHttpURI().getQuery();
        return new HttpCall(
                request.getMethod(), path, query == null ? "" : query, headers, body, Request.getRemoteAddr(request));
    }

    /** Lets some of it pass by: a connection that is closed with bytes unread is reset, and the answer may be lost with it. */
    private static Reply tooLarge(InputStream rest) throws IOException {
        int passed = 0;
        while (passed < MOST_PASSED_BY && rest.readNBytes(LARGEST_BODY).length == LARGEST_BODY) {
            passed++;
        }
        return Reply.text(413, "The body is larger than 1 MiB").with("Connection", "close");
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
