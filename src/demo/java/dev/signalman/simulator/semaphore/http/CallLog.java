package dev.signalman.simulator.semaphore.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest ten thousand calls. */
public final class CallLog {
    private static final int MOST = 10_000;

    private final Deque<CallRecord> calls = new ArrayDeque<>();

    synchronized void add(CallRecord call) {
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    /** In the order in which they were answered. */
    public synchronized List<CallRecord> all() {
        return new ArrayList<>(calls);
    }

    /** Forgets them. */
    public synchronized void clear() {
        calls.clear();
    }
}
