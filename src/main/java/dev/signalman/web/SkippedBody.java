package dev.signalman.web;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Discards the rest of a body, at most 4 MiB and 2 s, then runs a task: a client that still sends would not read the
 * answer.
 */
final class SkippedBody implements Invocable.Task {
    private static final int MOST = 4 * IncomingBodies.LARGEST;
    private static final long LONGEST_SECONDS = 2;

    private final Request request;
    private final Runnable then;
    private final AtomicBoolean done = new AtomicBoolean();
    private int passed;

    SkippedBody(Request request, Runnable then) {
        this.request = request;
        this.then = then;
        var unused = IncomingBodies.clock(request).schedule(this::finish, LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void run() {
        while (!done.get()) {
            var chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
            passed += chunk.remaining();
            chunk.release();
            if (last || passed >= MOST) {
                finish();
            }
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private void finish() {
        if (done.compareAndSet(false, true)) {
            then.run();
        }
    }
}
