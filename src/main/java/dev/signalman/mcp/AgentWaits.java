package dev.signalman.mcp;

import dev.signalman.command.Refusal;
import dev.signalman.port.AgentAccess.Standing;
import dev.signalman.port.AgentAuthenticator;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Looks after all agents that wait, on one thread. Each look proves the token again, so revoking it ends the wait.
 *
 * @param <T> what they wait for
 */
final class AgentWaits<T> {
    private static final Logger LOG = LoggerFactory.getLogger(AgentWaits.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration SLOWEST_LOOK = Duration.ofSeconds(1);
    private static final int MOST = 500;
    private static final int MOST_OF_A_TOKEN = 20;

    private final AgentAuthenticator agents;
    private final Set<Waiting<T>> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "mcp");
        thread.setDaemon(true);
        return thread;
    });

    AgentWaits(AgentAuthenticator agents) {
        this.agents = agents;
    }

    /**
     * A call that is held.
     *
     * @param until in nanoseconds
     * @param late what it gets then
     */
    private record Waiting<T>(
            HeldCall call, long until, Supplier<Optional<T>> look, Supplier<T> late, Sinks.One<T> sink) {}

    /**
     * Waits for something.
     *
     * @param begin what the wait is for; it is not begun when too many wait already
     * @throws Refusal when too many wait already
     */
    Mono<T> until(HeldCall call, Duration longest, Runnable begin, Supplier<Optional<T>> look, Supplier<T> late) {
        var held = new Waiting<>(call, System.nanoTime() + longest.toNanos(), look, late, Sinks.<T>one());
        enter(held);
        try {
            begin.run();
        } catch (RuntimeException failed) {
            waiting.remove(held);
            throw failed;
        }
        lookLater(held, FIRST_LOOK);
        return held.sink().asMono();
    }

    private synchronized void enter(Waiting<T> held) {
        var tokenId = held.call().agent().tokenId();
        var own = waiting.stream()
                .filter(each -> each.call().agent().tokenId().equals(tokenId))
                .count();
        if (waiting.size() >= MOST || own >= MOST_OF_A_TOKEN) {
            throw new Refusal("Too many calls are waiting already. Try again when one of them is answered.");
        }
        waiting.add(held);
    }

    private void lookLater(Waiting<T> held, Duration after) {
        try {
            var unused = looks.schedule(() -> look(held, after), after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            restart(held);
        }
    }

    private void look(Waiting<T> held, Duration after) {
        try {
            var standing = agents.proveAgain(held.call().agent().tokenId()).standing();
            if (standing == Standing.REFUSED) {
                waiting.remove(held);
                held.call().refuse();
                return;
            }
            var found = standing == Standing.ADMITTED ? held.look().get() : Optional.<T>empty();
            if (found.isPresent()) {
                leave(held, found.get());
                return;
            }
            if (System.nanoTime() - held.until() >= 0) {
                leave(held, held.late().get());
                return;
            }
        } catch (RuntimeException away) {
            LOG.warn("An agent waits, and the database can't be read; retrying", away);
            if (System.nanoTime() - held.until() >= 0) {
                waiting.remove(held);
                held.call().reply().accept(HeldCall.later("Signalman's database isn't answering. Try again."));
                return;
            }
        }
        var next = after.multipliedBy(2);
        lookLater(held, next.compareTo(SLOWEST_LOOK) < 0 ? next : SLOWEST_LOOK);
    }

    private void leave(Waiting<T> held, T found) {
        if (waiting.remove(held)) {
            held.sink().tryEmitValue(found).orThrow();
        }
    }

    private void restart(Waiting<T> held) {
        if (waiting.remove(held)) {
            held.call().reply().accept(HeldCall.later("Signalman restarts. Try again."));
        }
    }

    /** Ends all waits. */
    void end() {
        looks.shutdownNow();
        Set.copyOf(waiting).forEach(this::restart);
    }
}
