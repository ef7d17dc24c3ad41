package dev.signalman.feature.approvals;

import dev.signalman.command.Follow;
import dev.signalman.dispatch.ActResults;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Failures;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.feature.approvals.Request.Fate;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.GuardedPromotions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a granted request to the end of its deploy, and shows how it goes. */
final class FollowHandler implements Handler<Follow> {
    private static final Logger LOG = LoggerFactory.getLogger(FollowHandler.class);
    private static final Duration OVERDUE = Duration.ofHours(1);
    private static final String NEVER_CAME = "No deploy has shown up for an hour";
    private static final int SOON = 30;
    private static final int MOST = 2_000;
    private static final int LOOKS_BETWEEN_TARGETS = 10;

    private final RequestStore store;
    private final Retelling retelling;
    private final ActResults results;
    private final Semaphore semaphore;
    private final GuardedPromotions guarded;
    private final InstantSource clock;

    @Inject
    FollowHandler(
            RequestStore store,
            Retelling retelling,
            ActResults results,
            Semaphore semaphore,
            GuardedPromotions guarded,
            InstantSource clock) {
        this.store = store;
        this.retelling = retelling;
        this.results = results;
        this.semaphore = semaphore;
        this.guarded = guarded;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Follow command, Invocation invocation) {
        var request = store.find(command.request()).orElse(null);
        if (request == null || request.state().ended() || request.state() == State.WAITING) {
            return Outcome.nothing();
        }
        try {
            return look(request, command.attempt())
                    .map(outcome -> outcome.then(again(command, invocation)))
                    .orElseGet(() -> Outcome.nothing().then(again(command, invocation)));
        } catch (SemaphoreException silent) {
            LOG.info("{} cannot be followed now: {}", request.named(), silent.kind());
            if (request.state() == State.GRANTED
                    && overdue(request)) { // it went, or Semaphore would not have been asked
                return go(request, State.UNCLEAR, null, null, NEVER_CAME + ". " + Failures.words(silent));
            }
            return command.attempt() >= MOST
                    ? Outcome.nothing()
                    : Outcome.nothing().then(again(command, invocation));
        }
    }

    private static FollowUp again(Follow command, Invocation invocation) {
        var wait =
                command.attempt() < SOON ? Duration.ofSeconds(1) : Duration.ofSeconds(command.attempt() < 200 ? 5 : 60);
        return new FollowUp(new Follow(command.request(), command.attempt() + 1), invocation.place(), wait);
    }

    /** What has changed; empty for nothing. Once a request has ended, following it again comes to nothing. */
    private Optional<Outcome> look(Request request, int attempt) {
        if (request.state() == State.PROMOTED) {
            return deploy(request);
        }
        var act = request.fate().grantedBy();
        var result = act == null ? Optional.<ActResults.Result>empty() : results.of(act);
        if (result.isEmpty()) {
            return Optional.empty();
        }
        if (result.get().state() == Carried.State.DONE) {
            var found = attempt % LOOKS_BETWEEN_TARGETS == LOOKS_BETWEEN_TARGETS - 1
                    ? denied(request).or(() -> promoted(request))
                    : promoted(request);
            return found.isPresent() || !overdue(request)
                    ? found
                    : Optional.of(go(request, State.UNCLEAR, null, null, NEVER_CAME));
        }
        var unclear = result.get().state() == Carried.State.UNKNOWN;
        return Optional.of(go(
                request,
                unclear ? State.UNCLEAR : State.FAILED,
                null,
                null,
                result.get().words()));
    }

    private boolean overdue(Request request) {
        return clock.instant()
                .isAfter(since(request).plus(Semaphore.CLOCKS_DIFFER).plus(OVERDUE));
    }

    private Optional<Outcome> promoted(Request request) {
        var since = since(request);
        return semaphore
                .promotions()
                .list(request.cargo().pipelineId(), request.pinned().promotion(), null)
                .items()
                .stream()
                .filter(each -> each.triggered() != null && !each.triggered().isBefore(since))
                .findFirst()
                .flatMap(promotion -> late(promotion, since)
                        ? denied(request).or(() -> promoted(request, promotion))
                        : promoted(request, promotion));
    }

    /** Whether it came so late that it may be somebody else's, after a deployment target turned ours away. */
    private static boolean late(Promotion promotion, Instant since) {
        return promotion.triggered() != null
                && promotion.triggered().isAfter(since.plus(Semaphore.CLOCKS_DIFFER.multipliedBy(3)));
    }

    private Optional<Outcome> promoted(Request request, Promotion promotion) {
        var deployId = promotion.pipelineId();
        if (deployId != null) {
            return Optional.of(go(request, State.PROMOTED, semaphore.pipelines().describe(deployId), null, ""));
        }
        return promotion.status() == Promotion.Status.FAILED
                ? Optional.of(go(request, State.FAILED, null, null, "Semaphore could not start it"))
                : Optional.empty();
    }

    /** A deployment target may turn away what Semaphore took; then no promotion ever shows up. */
    private Optional<Outcome> denied(Request request) {
        var since = since(request);
        return guarded
                .denied(
                        request.cargo().projectId(),
                        request.cargo().pipelineId(),
                        request.pinned().promotion())
                .stream()
                .filter(each -> each.triggered() != null && !each.triggered().isBefore(since))
                .findFirst()
                .map(each -> go(request, State.FAILED, null, null, each.spoken()));
    }

    private static Instant since(Request request) {
        var granted = request.fate().grantedAt() == null
                ? request.opened()
                : request.fate().grantedAt();
        return granted.minus(Semaphore.CLOCKS_DIFFER);
    }

    private Optional<Outcome> deploy(Request request) {
        var deployId = request.fate().deployId();
        var deploy = deployId == null ? null : semaphore.pipelines().describe(deployId);
        if (deploy == null || !deploy.done()) {
            return Optional.empty();
        }
        var lasted = deploy.lasted(clock.instant());
        return Optional.of(
                deploy.passed()
                        ? go(request, State.DEPLOYED, deploy, lasted, "")
                        : go(request, State.FAILED, deploy, lasted, deploy.ended()));
    }

    private Outcome go(
            Request request, State state, @Nullable Pipeline deploy, @Nullable Duration lasted, String words) {
        var old = request.fate();
        var fate = new Fate(
                old.grantedBy(),
                old.grantedAt(),
                deploy == null ? old.deployId() : deploy.id(),
                deploy == null ? old.deployWorkflowId() : deploy.workflowId(),
                lasted,
                state.ended() ? clock.instant() : null,
                null,
                null,
                words);
        return retelling.change(request, request.then(state, fate));
    }
}
