package dev.signalman.mcp;

import dev.signalman.command.Refusal;
import dev.signalman.port.AgentAccess.Standing;
import dev.signalman.port.AgentAuthenticator;
import dev.signalman.web.HeldCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Agents that wait for something. Each look proves the token again, so revoking it ends the wait.
 *
 * @param <T> what they wait for
 */
final class AgentWaits<T> {
    private static final Logger LOG = LoggerFactory.getLogger(AgentWaits.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final int MOST_OF_A_TOKEN = 20;

    private final AgentAuthenticator agents;
    private final HeldCalls calls = new HeldCalls("mcp", FIRST_LOOK, MOST_OF_A_TOKEN);

    AgentWaits(AgentAuthenticator agents) {
        this.agents = agents;
    }

    /**
     * Waits for something.
     *
     * @param begin what the wait is for; it is not begun when too many wait already
     * @param late what the call gets when its time is over
     * @throws Refusal when too many wait already
     */
    Mono<T> until(AgentCall call, Duration longest, Runnable begin, Supplier<Optional<T>> look, Supplier<T> late) {
        var waiting = new Waiting(call, look, late);
        if (!calls.hold(waiting, longest)) {
            throw new Refusal("Too many calls are waiting already. Try again when one of them is answered.");
        }
        try {
            begin.run();
        } catch (RuntimeException failed) {
            calls.drop(waiting);
            throw failed;
        }
        return waiting.sink.asMono();
    }

    /** Ends all waits. */
    void end() {
        calls.end();
    }

    private final class Waiting implements HeldCalls.Held {
        private final AgentCall call;
        private final Supplier<Optional<T>> look;
        private final Supplier<T> late;
        private final Sinks.One<T> sink = Sinks.one();

        Waiting(AgentCall call, Supplier<Optional<T>> look, Supplier<T> late) {
            this.call = call;
            this.look = look;
            this.late = late;
        }

        @Override
        public String owner() {
            return call.agent().tokenId();
        }

        @Override
        public Optional<Runnable> look(boolean last) {
            try {
                var standing = agents.proveAgain(owner()).standing();
                if (standing == Standing.REFUSED) {
                    return Optional.of(call::refuse);
                }
                var found = standing == Standing.ADMITTED ? look.get() : Optional.<T>empty();
                return found.or(() -> last ? Optional.of(late.get()) : Optional.empty())
                        .map(value -> () -> sink.tryEmitValue(value).orThrow());
            } catch (RuntimeException away) {
                LOG.warn("An agent waits, and the database can't be read; retrying", away);
                return last ? Optional.of(later("Signalman's database isn't answering. Try again.")) : Optional.empty();
            }
        }

        @Override
        public Runnable stopped() {
            return later("Signalman restarts. Try again.");
        }

        private Runnable later(String words) {
            return () -> call.reply().accept(AgentCall.later(words));
        }
    }
}
