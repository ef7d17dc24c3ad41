package dev.signalman.playground.stage;

import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** Records the last two thousand calls to {@linkplain #overhearing recorded} endpoints. */
public final class CallRecorder {
    private static final int MOST = 2_000;

    private final InstantSource clock;
    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private long last;

    public CallRecorder(InstantSource clock) {
        this.clock = clock;
    }

    /** Number of calls so far. */
    public synchronized long last() {
        return last;
    }

    /** Recorded calls with higher numbers, in order. */
    public synchronized List<RecordedCall> after(long number) {
        return calls.stream().filter(call -> call.number() > number).toList();
    }

    /**
     * Wraps an endpoint so that its calls are recorded.
     *
     * @param path what to record of a path
     * @param status what to record of a reply
     */
    public Endpoint overhearing(
            String from, String to, Function<String, String> path, Function<Reply, String> status, Endpoint endpoint) {
        return overhearing(from, to, path, status, call -> "", endpoint);
    }

    /**
     * Wraps an endpoint so that its calls are recorded.
     *
     * @param message {@code ts} of the message that a call changes; {@code ""} for none
     */
    public Endpoint overhearing(
            String from,
            String to,
            Function<String, String> path,
            Function<Reply, String> status,
            Function<HttpCall, String> message,
            Endpoint endpoint) {
        return new Overheard(from, to, path, status, message, endpoint);
    }

    private synchronized void note(
            String from, String to, String method, String path, String status, Duration took, String message) {
        last++;
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        calls.addLast(
                new RecordedCall(last, clock.instant(), from, to, method, path, status, took.toMillis(), message));
    }

    private final class Overheard implements Endpoint {
        private final String from;
        private final String to;
        private final Function<String, String> path;
        private final Function<Reply, String> status;
        private final Function<HttpCall, String> message;
        private final Endpoint endpoint;

        Overheard(
                String from,
                String to,
                Function<String, String> path,
                Function<Reply, String> status,
                Function<HttpCall, String> message,
                Endpoint endpoint) {
            this.from = from;
            this.to = to;
            this.path = path;
            this.status = status;
            this.message = message;
            this.endpoint = endpoint;
        }

        @Override
        public Reply answer(HttpCall call) throws Exception {
            return answer(call, early -> {});
        }

        @Override
        public Reply answer(HttpCall call, Consumer<Reply> early) throws Exception {
            long began = System.nanoTime();
            var noted = new AtomicBoolean();
            var reply = endpoint.answer(call, first -> {
                note(call, first, began, noted);
                early.accept(first);
            });
            note(call, reply, began, noted);
            return reply;
        }

        /** Records the first reply only, as only that is sent. */
        private void note(HttpCall call, Reply reply, long began, AtomicBoolean noted) {
            if (noted.compareAndSet(false, true)) {
                var took = Duration.ofNanos(System.nanoTime() - began);
                CallRecorder.this.note(
                        from,
                        to,
                        call.method(),
                        path.apply(call.path()),
                        status.apply(reply),
                        took,
                        message.apply(call));
            }
        }
    }
}
