package dev.signalman.gate;

import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.port.GateVisits;
import dev.signalman.port.GateVisits.Answer;
import dev.signalman.web.DeferredEndpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /gate}: 200 lets the job go on, 403 ends it, 401 does not know it. While the answer is open, the
 * call is held for most of a minute and then gets a 503 with {@code Retry-After}, on which curl asks again; a success
 * would let the job go on. One thread looks after all jobs that wait.
 */
final class GateEndpoint implements DeferredEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(GateEndpoint.class);

    /** Proxies cut a silent connection after a minute. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private static final Duration FIRST_LOOK = Duration.ofMillis(5);
    private static final Duration SLOWEST_LOOK = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 500;

    private final OidcTokenVerifier tokens;
    private final Optional<GateSecret> secret;
    private final GateVisits visits;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "gate");
        thread.setDaemon(true);
        return thread;
    });

    /** Holds calls on one thread of its own. */
    GateEndpoint(OidcTokenVerifier tokens, Optional<GateSecret> secret, GateVisits visits) {
        this.tokens = tokens;
        this.secret = secret;
        this.visits = visits;
    }

    /** A call that is held until {@code until}, in nanoseconds. */
    private record Waiting(String pipelineId, long until, Consumer<Reply> reply) {}

    @Override
    public void begin(HttpCall call, Consumer<Reply> reply) {
        try {
            var job = identity(call);
            if (waiting.size() >= MOST_WAITING) {
                reply.accept(later(10, "Too many jobs wait at the gate. Trying again."));
                return;
            }
            var answer = visits.ask(job.pipelineId(), job.jobId());
            if (answer.state() == Answer.State.WAITS) {
                var held = new Waiting(
                        job.pipelineId(), System.nanoTime() + held(call).toNanos(), reply);
                waiting.add(held);
                lookLater(held, FIRST_LOOK);
            } else {
                reply.accept(reply(answer));
            }
        } catch (UnauthenticatedJobException unproven) {
            reply.accept(
                    unproven.passing()
                            ? later(5, unproven.sentences())
                            : Reply.text(401, unproven.sentences() + "\n").with("WWW-Authenticate", "Bearer"));
        } catch (IntakeFailedException away) {
            reply.accept(later(5, "Signalman's database isn't answering, so the gate stays closed. Trying again."));
        }
    }

    private JobIdentity identity(HttpCall call) throws UnauthenticatedJobException {
        var authorization = call.header("authorization");
        if (authorization != null) {
            if (authorization.strip().equalsIgnoreCase("Bearer")) {
                throw UnauthenticatedJobException.refused(
                        "The token is empty: your plan of Semaphore may have no OIDC tokens. "
                                + "See \"Without OIDC tokens\" in docs/gate.md.");
            }
            if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
                throw UnauthenticatedJobException.refused(
                        "Send the job's SEMAPHORE_OIDC_TOKEN as \"Authorization: Bearer\".");
            }
            return tokens.verify(authorization.substring(7).strip());
        }
        var pipelineId = call.header("x-signalman-pipeline");
        var signature = call.header("x-signalman-signature");
        if (pipelineId == null || signature == null) {
            throw UnauthenticatedJobException.refused(
                    "Who asks? Send the job's SEMAPHORE_OIDC_TOKEN as \"Authorization: "
                            + "Bearer\". If it is empty, your plan of Semaphore has no OIDC tokens: see docs/gate.md.");
        }
        if (secret.isEmpty()) {
            throw UnauthenticatedJobException.refused(
                    "Signalman has no SIGNALMAN_GATE_SECRET, so it can't check this signature. Set it, or send the"
                            + " job's SEMAPHORE_OIDC_TOKEN.");
        }
        if (!pipelineId.matches("[0-9A-Za-z_-]{1,64}") || !secret.get().signed(pipelineId, signature)) {
            throw UnauthenticatedJobException.refused(
                    "The signature is wrong. Sign SEMAPHORE_PIPELINE_ID with the secret that Signalman has as "
                            + "SIGNALMAN_GATE_SECRET.");
        }
        return new JobIdentity(pipelineId, "");
    }

    /** How long this call is held; a proxy that cuts earlier needs less. */
    private static Duration held(HttpCall call) {
        var wait = call.queryParameters().get("wait");
        if (wait == null || wait.isEmpty() || !wait.get(0).matches("[0-9]{1,2}")) {
            return LONGEST;
        }
        var wanted = Duration.ofSeconds(Long.parseLong(wait.get(0)));
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }

    private void lookLater(Waiting held, Duration after) {
        try {
            var unused = looks.schedule(() -> look(held, after), after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            leave(held, closing());
        }
    }

    private void look(Waiting held, Duration after) {
        var answer = answer(held);
        if (answer != null && answer.state() != Answer.State.WAITS) {
            leave(held, reply(answer));
        } else if (System.nanoTime() - held.until() >= 0) {
            leave(held, later(1, answer == null ? "Signalman's database isn't answering." : answer.words()));
        } else {
            var next = after.multipliedBy(2);
            lookLater(held, next.compareTo(SLOWEST_LOOK) < 0 ? next : SLOWEST_LOOK);
        }
    }

    private @Nullable Answer answer(Waiting held) {
        try {
            return visits.answer(held.pipelineId());
        } catch (RuntimeException away) {
            LOG.warn("The gate can't look for the answer to pipeline {}; retrying", held.pipelineId(), away);
            return null;
        }
    }

    private void leave(Waiting held, Reply reply) {
        if (waiting.remove(held)) {
            held.reply().accept(reply);
        }
    }

    private static Reply reply(Answer answer) {
        return switch (answer.state()) {
            case OPEN -> Reply.text(200, answer.words() + " Go ahead.\n");
            case CLOSED -> Reply.text(403, answer.words() + "\n");
            case UNKNOWN, WAITS -> later(5, answer.words());
        };
    }

    private static Reply later(int seconds, String words) {
        return Reply.text(503, "Waiting: " + words + "\n").with("Retry-After", Integer.toString(seconds));
    }

    private static Reply closing() {
        return later(1, "Signalman restarts. Trying again.");
    }

    @Override
    public void end() {
        looks.shutdownNow();
        Set.copyOf(waiting).forEach(held -> leave(held, closing()));
    }
}
