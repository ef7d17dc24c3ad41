package dev.signalman.web;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A request body in transit. It is read as it comes, and checked at intervals until it is complete. */
final class IncomingBody implements Invocable.Task {
    private final IncomingBodies all;
    private final Request request;
    private final Callback callback;
    private final Taker taker;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private volatile int counted;
    private int atLastLook;
    private int looks;
    private boolean over;
    private Scheduler.@Nullable Task watch;

    IncomingBody(IncomingBodies all, Request request, Callback callback, Taker taker) {
        this.all = all;
        this.request = request;
        this.callback = callback;
        this.taker = taker;
    }

    /** Receives a complete body. */
    interface Taker {
        /** The body is complete. The receiver must release it ({@link IncomingBodies#letGo}). */
        void take(byte[] body);

        /** The body is larger than {@link IncomingBodies#LARGEST}. */
        void tooLarge();
    }

    String address() {
        return Request.getRemoteAddr(request);
    }

    /** Reads what is available without waiting. */
    @Override
    public void run() {
        while (true) {
            var chunk = request.read();
            if (chunk == null) {
                waitForMore();
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                if (ends()) {
                    letGo();
                    callback.failed(chunk.getFailure());
                }
                return;
            }
            var bytes = IncomingBodies.bytes(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (!goesOn(bytes, last)) {
                return;
            }
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private boolean goesOn(byte[] bytes, boolean last) {
        int size;
        synchronized (this) {
            if (over) {
                return false;
            }
            read.writeBytes(bytes);
            size = read.size();
            counted = size;
        }
        all.grew(bytes.length);
        if (size > IncomingBodies.LARGEST) {
            if (ends()) {
                letGo();
                taker.tooLarge();
            }
            return false;
        }
        if (last && ends()) {
            taker.take(read.toByteArray());
        }
        return !last;
    }

    private void waitForMore() {
        synchronized (this) {
            if (over) {
                return;
            }
            if (watch == null) {
                lookLater();
            }
        }
        request.demand(this);
    }

    private void lookLater() {
        watch = IncomingBodies.clock(request)
                .schedule(this::look, all.limits().look().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        String why;
        synchronized (this) {
            looks++;
            why = looks == all.limits().looks()
                    ? "its body took too long"
                    : read.size() - atLastLook < all.limits().fewestBytes() ? "its body came too slowly" : null;
            atLastLook = read.size();
            if (why == null && !over) {
                lookLater();
            }
        }
        if (why != null) {
            cut(why);
        }
    }

    /** Cuts the request and its connection. */
    void cut(String why) {
        if (ends()) {
            letGo();
            IncomingBodies.cut(request, callback, why);
        }
    }

    private boolean ends() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            if (watch != null) {
                watch.cancel();
            }
        }
        all.over(this);
        return true;
    }

    private void letGo() {
        all.letGo(counted);
    }
}
