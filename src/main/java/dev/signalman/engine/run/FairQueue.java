package dev.signalman.engine.run;

import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Claims that wait for a worker, with one queue per person, served in turn, so one person's flood delays only that
 * person. Nobody occupies all workers. The bot itself counts as one more person.
 */
final class FairQueue {
    private static final String ITSELF = "";

    private final int mostAtOnce;
    private final Map<String, Queue<Claim>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();

    /** Allows a person {@code mostAtOnce} workers. */
    FairQueue(int mostAtOnce) {
        this.mostAtOnce = mostAtOnce;
    }

    synchronized void add(Claim claim) {
        waiting.computeIfAbsent(who(claim.invocation()), who -> new ArrayDeque<>())
                .add(claim);
    }

    /** The next claim to work on; null if there is none, or everybody who waits has enough workers. */
    synchronized @Nullable Claim next() {
        Iterator<Map.Entry<String, Queue<Claim>>> turn = waiting.entrySet().iterator();
        while (turn.hasNext()) {
            var each = turn.next();
            if (running.getOrDefault(each.getKey(), 0) < mostAtOnce) {
                var claim = each.getValue().remove();
                turn.remove();
                if (!each.getValue().isEmpty()) {
                    waiting.put(each.getKey(), each.getValue()); // back to the end of the order
                }
                running.merge(each.getKey(), 1, Integer::sum);
                return claim;
            }
        }
        return null;
    }

    synchronized void done(Claim claim) {
        running.computeIfPresent(who(claim.invocation()), (who, count) -> count == 1 ? null : count - 1);
    }

    /** Number of waiting claims of the invocation's person. */
    synchronized int of(Invocation invocation) {
        var queue = waiting.get(who(invocation));
        return queue == null ? 0 : queue.size();
    }

    private static String who(Invocation invocation) {
        return invocation.origin() instanceof Origin.Itself
                ? ITSELF
                : invocation.actor().userId();
    }
}
