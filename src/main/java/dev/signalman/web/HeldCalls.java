package dev.signalman.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The calls of a {@link DeferredEndpoint} that wait for something. One thread looks after all of them: soon after a call
 * came, and then at growing intervals of at most a second.
 */
public final class HeldCalls {
    private static final Duration SLOWEST_LOOK = Duration.ofSeconds(1);
    private static final int MOST = 500;

    private final Duration firstLook;
    private final int mostOfAnOwner;
    private final Map<Held, Long> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks;

    /** Starts the thread, under a name, with the first call. */
    public HeldCalls(String name, Duration firstLook, int mostOfAnOwner) {
        this.firstLook = firstLook;
        this.mostOfAnOwner = mostOfAnOwner;
        this.looks = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A call that waits. What it returns to answer itself runs once at most. */
    public interface Held {
        /** Whose call it is: the calls of one owner are limited. */
        String owner();

        /**
         * Looks for the answer; empty to wait on. It throws nothing.
         *
         * @param last whether the time is over, so it has to be answered
         */
        Optional<Runnable> look(boolean last);

        /** The answer when this instance stops. */
        Runnable stopped();
    }

    /** Whether as many calls wait as may. */
    public boolean full() {
        return waiting.size() >= MOST;
    }

    /** Holds a call; false when too many wait already. */
    public synchronized boolean hold(Held call, Duration longest) {
        if (full() || of(call.owner()) >= mostOfAnOwner) {
            return false;
        }
        waiting.put(call, System.nanoTime() + longest.toNanos());
        lookLater(call, firstLook);
        return true;
    }

    private long of(String owner) {
        return waiting.keySet().stream()
                .filter(each -> each.owner().equals(owner))
                .count();
    }

    /** Holds a call no longer; whoever says so answers it. */
    public void drop(Held call) {
        waiting.remove(call);
    }

    private void lookLater(Held call, Duration after) {
        try {
            var unused = looks.schedule(() -> look(call, after), after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            answer(call, call.stopped());
        }
    }

    private void look(Held call, Duration after) {
        var until = waiting.get(call);
        if (until == null) {
            return;
        }
        var answer = call.look(System.nanoTime() - until >= 0);
        if (answer.isPresent()) {
            answer(call, answer.get());
        } else {
            var next = after.multipliedBy(2);
            lookLater(call, next.compareTo(SLOWEST_LOOK) < 0 ? next : SLOWEST_LOOK);
        }
    }

    private void answer(Held call, Runnable answer) {
        if (waiting.remove(call) != null) {
            answer.run();
        }
    }

    /** Ends all waits. */
    public void end() {
        looks.shutdownNow();
        Set.copyOf(waiting.keySet()).forEach(call -> answer(call, call.stopped()));
    }
}
