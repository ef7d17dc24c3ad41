package dev.signalman.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An endpoint that sends server-sent events until the listener disconnects. It holds no thread per listener. A listener
 * that reads too slowly is dropped and may reconnect. Closing the server ends the streams.
 */
public final class EventStream implements Endpoint {
    private static final int COME_AGAIN_MILLIS = 1_000;

    private final Supplier<ServerSentEvent> greeting;
    private final Set<EventStreamListener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a stream without listeners.
     *
     * @param greeting first event for each listener
     */
    public EventStream(Supplier<ServerSentEvent> greeting) {
        this.greeting = greeting;
    }

    /** Sends an event to all listeners. */
    public void send(ServerSentEvent event) {
        sendAll(event.wire());
    }

    /** Sends a comment line to all listeners, so no proxy takes the connection for dead. */
    public void beat() {
        sendAll(": still here\n\n");
    }

    public int listeners() {
        return listeners.size();
    }

    /** Reached only from a server that cannot stream. */
    @Override
    public Reply answer(HttpCall call) {
        throw new IllegalStateException("A stream is not answered at one go");
    }

    void open(Response response, Callback callback) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        var listener = new EventStreamListener(response, callback, listeners::remove);
        listeners.add(listener);
        listener.take("retry: " + COME_AGAIN_MILLIS + "\n\n" + greeting.get().wire());
        if (closed) {
            listener.end();
        }
    }

    void close() {
        closed = true;
        List.copyOf(listeners).forEach(EventStreamListener::end);
    }

    private void sendAll(String text) {
        listeners.forEach(listener -> listener.take(text));
    }
}
