package dev.signalman.feature.approvals;

import dev.signalman.card.Answer;
import dev.signalman.card.Text;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.Refresh;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import dev.signalman.dispatch.Watched;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.feature.approvals.Request.Cargo;
import dev.signalman.feature.approvals.Request.Change;
import dev.signalman.feature.approvals.Request.Fate;
import dev.signalman.feature.approvals.Request.Ships;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Requests;
import dev.signalman.ruling.Vote;
import dev.signalman.ruling.Wish;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Opens requests, and finds those that are open. */
final class Opening implements Requests {
    private static final int KEPT_CHANGES = 6;

    private final RequestStore store;
    private final Retelling retelling;
    private final Audiences audiences;
    private final Shipments shipments;
    private final Display display;
    private final Breaking breaking;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    Opening(
            RequestStore store,
            Retelling retelling,
            Audiences audiences,
            Shipments shipments,
            Display display,
            Breaking breaking,
            Grammar grammar,
            InstantSource clock) {
        this.store = store;
        this.retelling = retelling;
        this.audiences = audiences;
        this.shipments = shipments;
        this.display = display;
        this.breaking = breaking;
        this.grammar = grammar;
        this.clock = clock;
    }

    @Override
    public Outcome open(Wish wish, Promote pinned, Decision decision, Invocation invocation) {
        var already = store.open(pinned);
        if (already.isPresent()) {
            var request = already.get();
            var who = request.requester().name() + " asks for the very same already: " + request.named() + ", ";
            return Outcome.answer(Answer.of(Text.of(who)
                    .text(Display.named(request.shown(), invocation.place()))
                    .plain(". Nothing was changed.")));
        }
        var approvals =
                ApprovalRule.asking(wish).stream().map(Policy::approvals).toList();
        var pipeline = Objects.requireNonNull(wish.start().pipeline());
        var request = request(wish, pinned, pipeline, approvals);
        var audience = audiences.of(wish);
        var outcome = retelling
                .open(request, wish, audience)
                .saying(new Delivery.ToAsker(Answer.of(Text.of(request.named() + " waits for approval, ")
                        .text(Display.named(request.shown(), invocation.place()))
                        .plain((". " + audience.words()).strip()))))
                .then(FollowUp.now(new Refresh(pipeline.id()), invocation.place()))
                .waking(Wake.now(Watched.Kind.REQUEST, request.key(), request.shown()));
        return outcome.under(decision.spoken())
                .recording(new Entry(
                        Entry.Kind.REQUEST,
                        invocation.actor(),
                        null,
                        invocation.place(),
                        grammar.print(pinned),
                        decision.spoken(),
                        Carried.State.DONE,
                        request.named() + " waits for approval."));
    }

    @Override
    public Outcome breakGlass(Wish wish, Promote pinned, Invocation invocation) {
        var because = Objects.requireNonNull(wish.breakGlass());
        var already = store.open(pinned);
        if (already.isPresent()) {
            return breaking.open(already.get().number(), because, invocation);
        }
        var approvals =
                Keyholders.guarding(wish).stream().map(Policy::approvals).toList();
        var pipeline = Objects.requireNonNull(wish.start().pipeline());
        var request = request(wish, pinned.bare(), pipeline, approvals);
        return breaking.fresh(request, wish, store.opening(request), invocation)
                .then(FollowUp.now(new Refresh(pipeline.id()), invocation.place()));
    }

    private Request request(Wish wish, Promote pinned, Pipeline pipeline, List<Approvals> approvals) {
        var now = clock.instant();
        var life = approvals.stream()
                .map(Approvals::expires)
                .min(Duration::compareTo)
                .orElse(Approvals.USUAL_LIFE);
        return new Request(
                store.nextNumber(),
                State.WAITING,
                1,
                pinned,
                cargo(wish.project(), pipeline),
                wish.requester(),
                wish.place(),
                display.of(wish, approvals),
                now,
                now.plus(life),
                ships(wish, pipeline),
                Fate.OPEN,
                List.of(),
                null);
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
        var from = shipment.from();
        return new Ships(
                shipment.since(),
                from == null ? null : SemaphoreLinks.compare(wish.project(), from, pipeline.commit()),
                shipment.changes().size(),
                shipment.exact(),
                shipment.changes().stream()
                        .limit(KEPT_CHANGES)
                        .map(each -> new Change(
                                each.commitTitle(),
                                each.commit(),
                                Objects.requireNonNullElse(each.trigger().author(), "")))
                        .toList());
    }

    @Override
    public Optional<Parties> parties(Grant grant) {
        return store.find(grant.request())
                .map(request -> new Parties(
                        request.requester().name(),
                        request.votes().stream()
                                .filter(Vote::approves)
                                .map(Vote::name)
                                .toList(),
                        request.glass() == null ? null : request.glass().by().name()));
    }

    @Override
    public Wish asAsked(Wish wish) {
        Optional<Request> asked = store.open().stream()
                .filter(request -> request.state() == State.WAITING
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
                        null,
                        request.requester(),
                        request.asked(),
                        wish.policies(),
                        request.opened(),
                        request.votes()))
                .orElse(wish);
    }
}
