package dev.signalman.simulator.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The ordered faults. */
public final class SlackFaults {
    private final Map<String, Deque<Ordered>> next = new HashMap<>();
    private final Map<String, SlackFault> always = new HashMap<>();
    private final Map<String, SlackFault> places = new HashMap<>();
    private final Map<String, SlackFault> nextInPlaces = new HashMap<>();
    private final Queue<Runnable> onTheirWay = new ConcurrentLinkedQueue<>();
    private boolean outage;

    private record Ordered(SlackFault fault, String words) {}

    SlackFaults() {}

    /**
     * The next {@code times} calls of a method fail, after faults ordered earlier.
     *
     * @param method such as {@code chat.postMessage}, or {@code response_url}
     */
    public synchronized void next(String method, SlackFault fault, int times) {
        var queue = next.computeIfAbsent(method, key -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(new Ordered(fault, ""));
        }
    }

    /** The next call of a method fails. */
    public void next(String method, SlackFault fault) {
        next(method, fault, 1);
    }

    /** The next call of a method whose text, or view as JSON, contains these words fails; others are unaffected. */
    public synchronized void next(String method, String words, SlackFault fault) {
        next.computeIfAbsent(method, key -> new ArrayDeque<>()).add(new Ordered(fault, words));
    }

    /** Every call of a method fails until {@link #none()}. */
    public synchronized void always(String method, SlackFault fault) {
        always.put(method, fault);
    }

    /** Every call of a method in one channel fails until {@link #none()}; other channels are unaffected. */
    public synchronized void alwaysIn(String channel, String method, SlackFault fault) {
        places.put(method + " " + channel, fault);
    }

    /** The next call of a method in one channel fails; other channels are unaffected. */
    public synchronized void nextIn(String channel, String method, SlackFault fault) {
        nextInPlaces.put(method + " " + channel, fault);
    }

    /** Makes all of Slack's API answer 503, or ends that. */
    public synchronized void outage(boolean down) {
        outage = down;
    }

    /** Delivers cut-off calls that are still in transit, in order; returns their number. */
    public int land() {
        int landed = 0;
        for (var call = onTheirWay.poll(); call != null; call = onTheirWay.poll()) {
            call.run();
            landed++;
        }
        return landed;
    }

    /** Number of cut-off calls still in transit. */
    public int held() {
        return onTheirWay.size();
    }

    void holdBack(Runnable call) {
        onTheirWay.add(call);
    }

    /** Removes all faults. */
    public synchronized void none() {
        next.clear();
        always.clear();
        places.clear();
        nextInPlaces.clear();
        outage = false;
    }

    synchronized @Nullable SlackFault of(String method, @Nullable String channel, @Nullable String text) {
        if (outage) {
            return new SlackFault.Http(503);
        }
        var place = method + " " + channel;
        var once = nextInPlaces.remove(place);
        var there = once == null ? places.get(place) : once;
        return there == null ? ordered(method, text == null ? "" : text) : there;
    }

    /** An ordered fault for calls that an API outage does not affect. */
    synchronized @Nullable SlackFault ordered(String method, String text) {
        var queue = next.getOrDefault(method, new ArrayDeque<>());
        for (var each : queue) {
            if (text.contains(each.words())) {
                queue.remove(each);
                return each.fault();
            }
        }
        return always.get(method);
    }
}
