package dev.signalman.feature.approvals.vote;

import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.port.SettledActs;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.TargetPromotionHistory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a granted request from its promotion to the end of its deploy. */
public final class DeployFollower {
    private static final Duration OVERDUE = Duration.ofHours(1);
    private static final String NEVER_CAME = "No deploy appeared within an hour";
    private static final int LOOKS_BETWEEN_TARGETS = 10;

    private final RequestCardUpdater cardUpdater;
    private final SettledActs results;
    private final Semaphore semaphore;
    private final TargetPromotionHistory guarded;
    private final InstantSource clock;

    @Inject
    DeployFollower(
            RequestCardUpdater cardUpdater,
            SettledActs results,
            Semaphore semaphore,
            TargetPromotionHistory guarded,
            InstantSource clock) {
        this.cardUpdater = cardUpdater;
        this.results = results;
        this.semaphore = semaphore;
        this.guarded = guarded;
        this.clock = clock;
    }

    /** The result after Semaphore could not be read for so long that the truth will stay unknown; empty before that. */
    Optional<Outcome> unread(ApprovalRequest request, SemaphoreException failure) {
        return request.state() == RequestState.GRANTED
                        && overdue(request) // it was promoted, or Semaphore would not be asked
                ? Optional.of(
                        go(request, RequestState.UNCLEAR, null, null, NEVER_CAME + ". " + FailureCards.words(failure)))
                : Optional.empty();
    }

    /**
     * What has changed; empty for nothing.
     *
     * @param looks number of previous looks in a row that found nothing
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read now
     */
    Optional<Outcome> look(ApprovalRequest request, int looks) {
        if (request.state() == RequestState.PROMOTED) {
            return deploy(request);
        }
        var act = request.fate().grantedBy();
        var result = act == null ? Optional.<SettledActs.Result>empty() : results.of(act);
        if (result.isEmpty()) {
            return Optional.empty();
        }
        if (result.get().state() == ActResult.State.DONE) {
            var found = looks % LOOKS_BETWEEN_TARGETS == LOOKS_BETWEEN_TARGETS - 1
                    ? denied(request).or(() -> promoted(request))
                    : promoted(request);
            return found.isPresent() || !overdue(request)
                    ? found
                    : Optional.of(go(request, RequestState.UNCLEAR, null, null, NEVER_CAME));
        }
        var unclear = result.get().state() == ActResult.State.UNKNOWN;
        return Optional.of(go(
                request,
                unclear ? RequestState.UNCLEAR : RequestState.FAILED,
                null,
                null,
                result.get().words()));
    }

    private boolean overdue(ApprovalRequest request) {
        return clock.instant()
                .isAfter(since(request).plus(Semaphore.CLOCKS_DIFFER).plus(OVERDUE));
    }

    private Optional<Outcome> promoted(ApprovalRequest request) {
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

    /** Whether a promotion came so late that it may be another person's, after a deployment target rejected ours. */
    private static boolean late(Promotion promotion, Instant since) {
        return promotion.triggered() != null
                && promotion.triggered().isAfter(since.plus(Semaphore.CLOCKS_DIFFER.multipliedBy(3)));
    }

    private Optional<Outcome> promoted(ApprovalRequest request, Promotion promotion) {
        var deployId = promotion.pipelineId();
        if (deployId != null) {
            return Optional.of(
                    go(request, RequestState.PROMOTED, semaphore.pipelines().describe(deployId), null, ""));
        }
        return promotion.status() == Promotion.Status.FAILED
                ? Optional.of(go(request, RequestState.FAILED, null, null, "Semaphore couldn't start it"))
                : Optional.empty();
    }

    /** A deployment target may reject what Semaphore accepted; then no promotion ever appears. */
    private Optional<Outcome> denied(ApprovalRequest request) {
        var since = since(request);
        return guarded
                .denied(
                        request.cargo().projectId(),
                        request.cargo().pipelineId(),
                        request.pinned().promotion())
                .stream()
                .filter(each -> each.triggered() != null && !each.triggered().isBefore(since))
                .findFirst()
                .map(each -> go(request, RequestState.FAILED, null, null, each.spoken()));
    }

    private static Instant since(ApprovalRequest request) {
        var granted = request.fate().grantedAt() == null
                ? request.opened()
                : request.fate().grantedAt();
        return granted.minus(Semaphore.CLOCKS_DIFFER);
    }

    private Optional<Outcome> deploy(ApprovalRequest request) {
        var deployId = request.fate().deployId();
        var deploy = deployId == null ? null : semaphore.pipelines().describe(deployId);
        if (deploy == null || !deploy.done()) {
            return Optional.empty();
        }
        var lasted = deploy.lasted(clock.instant());
        return Optional.of(
                deploy.passed()
                        ? go(request, RequestState.DEPLOYED, deploy, lasted, "")
                        : go(request, RequestState.FAILED, deploy, lasted, deploy.ended()));
    }

    private Outcome go(
            ApprovalRequest request,
            RequestState state,
            @Nullable Pipeline deploy,
            @Nullable Duration lasted,
            String words) {
        var fate = request.fate().went(deploy, lasted, state.ended() ? clock.instant() : null, words);
        var gone = cardUpdater.change(request, request.then(state, fate));
        return request.scheduled() && state == RequestState.FAILED && fate.deployId() == null
                ? cardUpdater.missed(request, words, gone) // nobody was there to see an answer
                : gone;
    }
}
