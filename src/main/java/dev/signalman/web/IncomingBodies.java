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
 * All request bodies in transit, none of which holds a thread. One that takes too long or comes too slowly is cut off.
 * So is the oldest when one address has too many in transit, or all together have too many bytes: what Slack and
 * Semaphore send is small and comes at once.
 */
final class IncomingBodies {
    /** Maximum bytes of one body. */
    static final int LARGEST = 1 << 20;

    private static final long MOST_BYTES = 24L << 20;
    private static final int MOST_OF_AN_ADDRESS = 100;

    private final ServerLimits limits;
    private final Set<IncomingBody> underWay = new LinkedHashSet<>();
    private long bytes;

    IncomingBodies(ServerLimits limits) {
        this.limits = limits;
    }

    ServerLimits limits() {
        return limits;
    }

    /** Reads a body and calls {@code taker} once it is complete, or never. */
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

    /** A body has grown by this many bytes. */
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

    /** A body is complete, or failed. */
    synchronized void over(IncomingBody body) {
        underWay.remove(body);
    }

    /** This many bytes are no longer held. */
    synchronized void letGo(int fewer) {
        bytes -= fewer;
    }

    /** Closes a request's connection without an answer. */
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
