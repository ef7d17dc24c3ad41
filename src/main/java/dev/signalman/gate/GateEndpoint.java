package dev.signalman.gate;

import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.port.GateVisits;
import dev.signalman.port.GateVisits.Answer;
import dev.signalman.web.DeferredEndpoint;
import dev.signalman.web.HeldCalls;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.Optional;
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
    private static final int MOST_OF_A_PIPELINE = 500;

    private final OidcTokenVerifier tokens;
    private final Optional<GateSecret> secret;
    private final GateVisits visits;
    private final HeldCalls calls = new HeldCalls("gate", FIRST_LOOK, MOST_OF_A_PIPELINE);

    /** Holds calls on one thread of its own. */
    GateEndpoint(OidcTokenVerifier tokens, Optional<GateSecret> secret, GateVisits visits) {
        this.tokens = tokens;
        this.secret = secret;
        this.visits = visits;
    }

    @Override
    public void begin(HttpCall call, Consumer<Reply> reply) {
        try {
            var job = identity(call);
            if (calls.full()) {
                reply.accept(crowded());
                return;
            }
            var answer = visits.ask(job.pipelineId(), job.jobId());
            if (answer.state() != Answer.State.WAITS) {
                reply.accept(reply(answer));
            } else if (!calls.hold(new Waiting(job.pipelineId(), reply), held(call))) {
                reply.accept(crowded());
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
                        "The token is empty: your Semaphore plan may have no OIDC tokens. "
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
                    "No token was sent. Send the job's SEMAPHORE_OIDC_TOKEN as \"Authorization: "
                            + "Bearer\". If it is empty, your Semaphore plan has no OIDC tokens: see docs/gate.md.");
        }
        if (secret.isEmpty()) {
            throw UnauthenticatedJobException.refused(
                    "Signalman has no SIGNALMAN_GATE_SECRET, so it can't check this signature. Set it, or send the job's "
                            + "SEMAPHORE_OIDC_TOKEN.");
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

    /** A job that waits for its pipeline's answer. */
    private final class Waiting implements HeldCalls.Held {
        private final String pipelineId;
        private final Consumer<Reply> reply;

        Waiting(String pipelineId, Consumer<Reply> reply) {
            this.pipelineId = pipelineId;
            this.reply = reply;
        }

        @Override
        public String owner() {
            return pipelineId;
        }

        @Override
        public Optional<Runnable> look(boolean last) {
            var answer = answer(pipelineId);
            if (answer != null && answer.state() != Answer.State.WAITS) {
                return Optional.of(() -> reply.accept(reply(answer)));
            }
            var words = answer == null ? "Signalman's database isn't answering." : answer.words();
            return last ? Optional.of(() -> reply.accept(later(1, words))) : Optional.empty();
        }

        @Override
        public Runnable stopped() {
            return () -> reply.accept(later(1, "Signalman restarts. Trying again."));
        }
    }

    private @Nullable Answer answer(String pipelineId) {
        try {
            return visits.answer(pipelineId);
        } catch (RuntimeException away) {
            LOG.warn("The gate can't look for the answer to pipeline {}; retrying", pipelineId, away);
            return null;
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

    private static Reply crowded() {
        return later(10, "Too many jobs wait at the gate. Trying again.");
    }

    @Override
    public void end() {
        calls.end();
    }
}
