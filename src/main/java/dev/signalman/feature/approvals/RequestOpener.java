package dev.signalman.feature.approvals;

import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.ScheduledTime;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.feature.approvals.breakglass.BreakGlassProcessor;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.ApprovalRequest.Cargo;
import dev.signalman.feature.approvals.request.ApprovalRequest.Change;
import dev.signalman.feature.approvals.request.ApprovalRequest.Fate;
import dev.signalman.feature.approvals.request.ApprovalRequest.HeldDeploy;
import dev.signalman.feature.approvals.request.ApprovalRequest.Ships;
import dev.signalman.feature.approvals.request.RequestPlacement;
import dev.signalman.feature.approvals.request.RequestSchedule;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.rule.ApprovalRecipientFinder;
import dev.signalman.feature.approvals.rule.ApprovalRule;
import dev.signalman.feature.approvals.rule.EligibleGlassBreakers;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.feature.approvals.view.ScheduledRequestPhrases;
import dev.signalman.feature.approvals.vote.RequestCloser;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens requests, and finds those that are open. */
final class RequestOpener implements ApprovalRequests {
    private static final int KEPT_CHANGES = 6;

    private final RequestStore store;
    private final RequestCardUpdater cardUpdater;
    private final ApprovalRecipientFinder recipientFinder;
    private final Shipments shipments;
    private final RequestPlacement placement;
    private final BreakGlassProcessor breakGlassProcessor;
    private final RequestCloser closer;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    RequestOpener(
            RequestStore store,
            RequestCardUpdater cardUpdater,
            ApprovalRecipientFinder recipientFinder,
            Shipments shipments,
            RequestPlacement placement,
            BreakGlassProcessor breakGlassProcessor,
            RequestCloser closer,
            Grammar grammar,
            InstantSource clock) {
        this.store = store;
        this.cardUpdater = cardUpdater;
        this.recipientFinder = recipientFinder;
        this.shipments = shipments;
        this.placement = placement;
        this.breakGlassProcessor = breakGlassProcessor;
        this.closer = closer;
        this.grammar = grammar;
        this.clock = clock;
    }

    @Override
    public Outcome open(Wish wish, Promote pinned, Decision decision, Invocation invocation) {
        var already = store.open(pinned);
        if (already.isPresent()) {
            var request = already.get();
            return Outcome.answer(already(request, invocation));
        }
        var approvals =
                ApprovalRule.asking(wish).stream().map(Policy::approvals).toList();
        var pipeline = Objects.requireNonNull(wish.start().pipeline());
        var now = clock.instant();
        var request = scheduled(request(wish, pinned, pipeline, approvals), wish, decision, now);
        var recipients = recipientFinder.of(wish);
        var waits = request.state() == RequestState.WAITING
                ? request.named() + " is waiting for approval"
                : request.named() + " is scheduled";
        var outcome = cardUpdater
                .open(request, wish, recipients)
                .saying(new Delivery.ToAsker(TextCard.of(Text.of(waits + " ")
                        .text(RequestPlacement.named(request.shown(), invocation.place()))
                        .plain((". " + recipients.words()).strip())
                        .text(goes(request, decision)))))
                .waking(Wake.cards(pipeline.id()))
                .waking(Wake.now(ReconcileKey.Kind.REQUEST, request.key(), request.shown()));
        return outcome.under(decision.spoken())
                .recording(new LedgerEntry(
                        LedgerEntry.Kind.REQUEST,
                        invocation.actor(),
                        null,
                        invocation.origin() instanceof Origin.ByAgent ? request.shown() : invocation.place(),
                        grammar.print(pinned),
                        decision.spoken(),
                        ActResult.State.DONE,
                        waits + "." + (request.scheduled() ? " " + ScheduledRequestPhrases.sentence(request) : "")));
    }

    private static TextCard already(ApprovalRequest request, Invocation invocation) {
        var scheduled = request.state() == RequestState.SCHEDULED;
        var line = Text.of(request.requester().spoken()
                        + (scheduled ? " already scheduled this: " : " already requested this: ") + request.named()
                        + ", ")
                .text(RequestPlacement.named(request.shown(), invocation.place()));
        line = request.scheduled() ? line.plain(". It goes ").text(ScheduledRequestPhrases.when(request)) : line;
        return TextCard.of(line.plain(". Nothing was changed."));
    }

    /**
     * Gives a request its time. Without votes to wait for, it is scheduled at once. Votes have until {@code
     * expires_after}, and until its time if that is sooner.
     */
    private static ApprovalRequest scheduled(ApprovalRequest request, Wish wish, Decision decision, Instant now) {
        if (!request.scheduled()) {
            return request;
        }
        var goesAt = RequestSchedule.goesAt(request.pinned(), wish.policies(), now);
        var state = decision.has(Verdict.VOTES) ? RequestState.WAITING : RequestState.SCHEDULED;
        var afterFreeze = request.pinned().scheduled() instanceof ScheduledTime.AfterFreeze;
        var expires = afterFreeze || goesAt == null || goesAt.isAfter(request.expires()) ? request.expires() : goesAt;
        return request.opening(state, expires, goesAt);
    }

    /** When it goes, and which lock would prevent it if it still held then. */
    private static Text goes(ApprovalRequest request, Decision decision) {
        if (!request.scheduled()) {
            return Text.empty();
        }
        var line = Text.of(request.state() == RequestState.SCHEDULED ? " It goes " : " Once approved, it goes ")
                .text(ScheduledRequestPhrases.when(request))
                .plain(ScheduledRequestPhrases.clock(request) + ".");
        for (var lock : decision.about(RuleTopic.LOCK)) {
            line = lock.met()
                    ? line
                    : line.plain(" Unless that changes before then, it won't go: ")
                            .text(lock.line());
        }
        return line;
    }

    @Override
    public Outcome breakGlass(Wish wish, Promote pinned, Invocation invocation) {
        var because = Objects.requireNonNull(wish.breakGlass());
        var already = store.open(pinned);
        if (already.isPresent()) {
            return breakGlassProcessor.open(already.get().number(), because, invocation);
        }
        var approvals = EligibleGlassBreakers.guarding(wish).stream()
                .map(Policy::approvals)
                .toList();
        var pipeline = Objects.requireNonNull(wish.start().pipeline());
        var request = request(wish, pinned.bare(), pipeline, approvals);
        return breakGlassProcessor
                .fresh(request, wish, store.opening(request), invocation)
                .waking(Wake.cards(pipeline.id()));
    }

    @Override
    public Outcome hold(Wish wish, Promote pinned, Decision decision) {
        var start = (DeployStart.Held) wish.start();
        var approvals =
                ApprovalRule.asking(wish).stream().map(Policy::approvals).toList();
        var deploy = start.deploy();
        var held = new HeldDeploy(deploy.id(), deploy.workflowId(), deploy.path(), start.starter());
        var request = request(wish, pinned, start.pipeline(), approvals, held);
        return cardUpdater
                .open(request, wish, recipientFinder.of(wish))
                .waking(Wake.cards(deploy.id()))
                .waking(Wake.now(ReconcileKey.Kind.REQUEST, request.key(), request.shown()))
                .recording(new LedgerEntry(
                        LedgerEntry.Kind.REQUEST,
                        wish.requester(),
                        null,
                        request.shown(),
                        grammar.print(pinned),
                        decision.spoken(),
                        ActResult.State.DONE,
                        request.named() + " is waiting for approval: pipeline " + deploy.id()
                                + " is at the gate, commit "
                                + deploy.commit() + ", file " + deploy.path() + ". "
                                + start.starter().how() + "."));
    }

    @Override
    public Optional<HeldRequest> held(String pipelineId) {
        return store.ofHeld(pipelineId)
                .map(request -> new HeldRequest(
                        request.number(),
                        switch (request.state()) {
                            case WAITING, SCHEDULED -> HeldRequest.Standing.WAITS;
                            case PROMOTED, DEPLOYED, FAILED, UNCLEAR -> HeldRequest.Standing.MAY_GO;
                            case GRANTED, REJECTED, WITHDRAWN, EXPIRED, OVERTAKEN, REFUSED ->
                                HeldRequest.Standing.MAY_NOT_GO;
                        },
                        request.state() == RequestState.WAITING
                                ? RequestCardUpdater.waits(request)
                                : cardUpdater.spoken(request),
                        request.shown()));
    }

    @Override
    public Outcome abandon(String pipelineId, String why) {
        return store.ofHeld(pipelineId)
                .filter(request -> request.state() == RequestState.WAITING)
                .map(request -> closer.end(request, RequestState.OVERTAKEN, null, why))
                .orElse(Outcome.nothing());
    }

    private ApprovalRequest request(Wish wish, Promote pinned, Pipeline pipeline, List<Approvals> approvals) {
        return request(wish, pinned, pipeline, approvals, null);
    }

    private ApprovalRequest request(
            Wish wish, Promote pinned, Pipeline pipeline, List<Approvals> approvals, @Nullable HeldDeploy held) {
        var now = clock.instant();
        var life = approvals.stream()
                .map(Approvals::expires)
                .min(Duration::compareTo)
                .orElse(Approvals.USUAL_LIFE);
        return new ApprovalRequest(
                store.nextNumber(),
                RequestState.WAITING,
                1,
                pinned,
                cargo(wish.project(), pipeline),
                wish.requester(),
                wish.place(),
                placement.of(wish, approvals),
                now,
                now.plus(life),
                ships(wish, pipeline),
                Fate.OPEN,
                List.of(),
                null,
                held);
    }

    private static Cargo cargo(Project project, Pipeline pipeline) {
        var login = pipeline.trigger().author();
        return new Cargo(
                project.id(),
                project.name(),
                pipeline.id(),
                pipeline.ref().reference(),
                pipeline.commit(),
                pipeline.commitTitle(),
                login == null ? "" : login,
                SemaphoreLinks.commit(project, pipeline.commit()));
    }

    private Ships ships(Wish wish, Pipeline pipeline) {
        var shipment = shipments.of(wish.project(), wish.promotion(), pipeline);
        if (shipment.redeploys()) {
            return Ships.again(shipment.since(), shipment.failures());
        }
        var from = shipment.from();
        return new Ships(
                shipment.since(),
                from == null ? null : compare(wish.project(), from, pipeline.commit(), shipment.rollsBack()),
                shipment.changes().size(),
                shipment.exact(),
                shipment.failures(),
                shipment.rollsBack(),
                shipment.changes().stream()
                        .limit(KEPT_CHANGES)
                        .map(each -> new Change(
                                each.commitTitle(),
                                each.commit(),
                                Objects.requireNonNullElse(each.trigger().author(), "")))
                        .toList());
    }

    /** A rollback is compared the other way round, since the host would show nothing. */
    private static @Nullable String compare(Project project, String live, String promoted, boolean rollsBack) {
        return rollsBack
                ? SemaphoreLinks.compare(project, promoted, live)
                : SemaphoreLinks.compare(project, live, promoted);
    }

    @Override
    public Optional<Parties> parties(Grant grant) {
        return store.find(grant.request())
                .map(request -> new Parties(
                        request.requester().name(),
                        request.approverNames(),
                        request.glass() == null ? null : request.glass().by().name()));
    }

    @Override
    public Wish asAsked(Wish wish) {
        Optional<ApprovalRequest> asked = store.open().stream()
                .filter(request -> request.state().pending()
                        && request.pinned().promotion().equals(wish.promotion())
                        && wish.start().pipeline() != null
                        && request.cargo()
                                .pipelineId()
                                .equals(Objects.requireNonNull(wish.start().pipeline())
                                        .id()))
                .reduce((first, second) -> second);
        return asked.map(request -> new Wish(
                                wish.promotion(),
                                wish.project(),
                                wish.start(),
                                request.pinned().parameters(),
                                request.pinned().override(),
                                request.requester(),
                                request.asked(),
                                wish.policies())
                        .asRequested(request.opened(), request.votes()))
                .orElse(wish);
    }
}
