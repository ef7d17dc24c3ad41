package dev.signalman.web;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * All request bodies that are on their way, none of which holds a thread. One that takes too long or comes too slowly is cut off, and so
 * is the oldest when an address has too many on their way, or all of them together too many bytes: what Slack and Semaphore send is
 * small and comes at once.
 */
final class IncomingBodies {
    /** The most bytes that one may have. */
    static final int LARGEST = 1 << 20;

    private static final long MOST_BYTES = 24L << 20;
    private static final int MOST_OF_AN_ADDRESS = 100;

    private final ServerLimits limits;
    private final Set<IncomingBody> underWay = new LinkedHashSet<>();
    private long bytes;

    /** None yet. */
    IncomingBodies(ServerLimits limits) {
        this.limits = limits;
    }

    ServerLimits limits() {
        return limits;
    }

    /** Reads a body; {@code taker} is called once it is there, and not at all when it never is. */
    void read(Request request, Callback callback, IncomingBody.Taker taker) {
        var body = new IncomingBody(this, request, callback, taker);
        IncomingBody oldest;
        synchronized (this) {
            underWay.add(body);
            oldest = tooManyOf(body.address()) ? first(body.address()) : null;
        }
        if (oldest != null) {
            oldest.cut("too many others of its address came after it");
        }
        body.run();
    }

    private boolean tooManyOf(String address) {
        return underWay.size() > MOST_OF_AN_ADDRESS
                && underWay.stream()
                                .filter(each -> each.address().equals(address))
                                .count()
                        > MOST_OF_AN_ADDRESS;
    }

    private IncomingBody first(String address) {
        return underWay.stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** A body has so many bytes more. */
    void grew(int more) {
        IncomingBody oldest = null;
        synchronized (this) {
            bytes += more;
            Iterator<IncomingBody> each = underWay.iterator();
            if (bytes > MOST_BYTES && each.hasNext()) {
                oldest = each.next();
            }
        }
        if (oldest != null) {
            oldest.cut("the bodies that came after it need its place");
        }
    }

    /** A body is there, or will never be. */
    synchronized void over(IncomingBody body) {
        underWay.remove(body);
    }

    /** So many bytes are needed no more. */
    synchronized void letGo(int fewer) {
        bytes -= fewer;
    }

    /** Cuts the connection of a request: who sends like this is told nothing. */
    static void cut(Request request, Callback callback, String why) {
        var cause = new EofException("The connection is cut: " + why);
        request.getConnectionMetaData().getConnection().getEndPoint().close(cause);
        callback.failed(cause);
    }

    static Scheduler clock(Request request) {
        return request.getComponents().getScheduler();
    }

    static byte[] bytes(ByteBuffer buffer) {
        var copy = new byte[buffer.remaining()];
        buffer.get(copy);
        return copy;
    }
}
