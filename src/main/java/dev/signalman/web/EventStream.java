package dev.signalman.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An endpoint that answers with server-sent events until the listener leaves. It holds no thread for a listener; who takes in too
 * slowly what is sent is dropped, and may come again. The server ends what is open when it closes.
 */
public final class EventStream implements Endpoint {
    private static final int COME_AGAIN_MILLIS = 1_000;

    private final Supplier<ServerSentEvent> greeting;
    private final Set<EventStreamListener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A stream without listeners yet.
     *
     * @param greeting what each listener is sent first
     */
    public EventStream(Supplier<ServerSentEvent> greeting) {
        this.greeting = greeting;
    }

    /** Sends an event to everyone who listens. */
    public void send(ServerSentEvent event) {
        sendAll(event.wire());
    }

    /** Sends everyone a line that says nothing, so that whatever lies between does not take the connection for dead. */
    public void beat() {
        sendAll(": still here\n\n");
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** Only a server that does not know of streams comes here. */
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
