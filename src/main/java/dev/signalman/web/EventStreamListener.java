package dev.signalman.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One listener of an {@link EventStream}, with a bounded queue of unwritten events. */
final class EventStreamListener implements Callback {
    private static final int MOST_WAITING = 64;

    private final Response response;
    private final Callback done;
    private final Consumer<EventStreamListener> gone;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean ending;
    private boolean over;

    EventStreamListener(Response response, Callback done, Consumer<EventStreamListener> gone) {
        this.response = response;
        this.done = done;
        this.gone = gone;
    }

    void take(String text) {
        boolean tooSlow;
        synchronized (this) {
            if (over || ending) {
                return;
            }
            tooSlow = waiting.size() == MOST_WAITING;
            if (tooSlow) {
                over = true;
            } else {
                waiting.addLast(text);
                if (writing) {
                    return;
                }
                writing = true;
            }
        }
        if (tooSlow) {
            leave(new EofException("A listener takes in too slowly"));
        } else {
            write();
        }
    }

    /** Sends what is queued, and nothing after it. */
    void end() {
        synchronized (this) {
            if (over || ending) {
                return;
            }
            ending = true;
            if (writing) {
                return;
            }
            writing = true;
        }
        write();
    }

    @Override
    public void succeeded() {
        write();
    }

    @Override
    public void failed(Throwable broken) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        leave(broken);
    }

    private void write() {
        String next;
        synchronized (this) {
            if (over) {
                return;
            }
            next = waiting.pollFirst();
            writing = next != null;
            over = next == null && ending;
            if (next == null && !ending) {
                return;
            }
        }
        if (next != null) {
            response.write(false, ByteBuffer.wrap(next.getBytes(StandardCharsets.UTF_8)), this);
        } else {
            gone.accept(this);
            done.succeeded();
        }
    }

    private void leave(Throwable why) {
        gone.accept(this);
        done.failed(why);
    }
}
