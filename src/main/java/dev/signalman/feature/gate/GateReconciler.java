package dev.signalman.feature.gate;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.feature.gate.GateVisitStore.State;
import dev.signalman.feature.gate.GateVisitStore.Visit;
import dev.signalman.port.BotStartedPipelines;
import dev.signalman.port.PromotionRecords;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a deploy that asks at the gate. What the bot started passes; what was started elsewhere is judged by the
 * rules, and waits for a request if only votes are missing. Everything that is unknown keeps the gate closed.
 */
final class GateReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(GateReconciler.class);

    /** Semaphore ends every job after a day at the latest. */
    private static final Duration LONGEST = Duration.ofHours(25);

    /** How long the transaction that settles an act may come after its pipeline's first job. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(15);

    private final GateVisitStore store;
    private final Semaphore semaphore;
    private final GateJudge judge;
    private final BotStartedPipelines starts;
    private final PromotionRecords records;
    private final ApprovalRequests requests;
    private final Grammar grammar;
    private final PollIntervals intervals;
    private final InstantSource clock;

    @Inject
    GateReconciler(
            GateVisitStore store,
            Semaphore semaphore,
            GateJudge judge,
            BotStartedPipelines starts,
            PromotionRecords records,
            ApprovalRequests requests,
            Grammar grammar,
            PollIntervals intervals,
            InstantSource clock) {
        this.store = store;
        this.semaphore = semaphore;
        this.judge = judge;
        this.starts = starts;
        this.records = records;
        this.requests = requests;
        this.grammar = grammar;
        this.intervals = intervals;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.GATE;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var visit = store.find(key.id()).orElse(null);
        if (visit == null || visit.decided()) {
            return new ReconcileResult.Over();
        }
        try {
            return answer(visit, semaphore.pipelines().describe(visit.pipelineId()), key);
        } catch (SemaphoreException silent) {
            LOG.info("Pipeline {} waits at the gate: Semaphore can't be read ({})", key.id(), silent.kind());
            return old(visit)
                    ? new ReconcileResult.Over()
                    : new ReconcileResult.Failed(intervals.whileExpected(key.failures()));
        }
    }

    private ReconcileResult answer(Visit visit, Pipeline pipeline, ReconcileKey key) {
        try {
            return look(visit, pipeline, key);
        } catch (Refusal unclear) {
            return new ReconcileResult.Over(closed(visit, pipeline, null, unclear.sentences(), null));
        }
    }

    private ReconcileResult look(Visit visit, Pipeline pipeline, ReconcileKey key) {
        if (pipeline.done() || old(visit)) {
            var why = "The deploy isn't waiting at the gate any more"
                    + (pipeline.done() ? ": it " + pipeline.ended() + "." : ".");
            return new ReconcileResult.Over(
                    both(requests.abandon(pipeline.id(), why), closed(visit, pipeline, null, why, null)));
        }
        var request = requests.held(pipeline.id()).orElse(null);
        if (request != null) {
            return switch (request.standing()) {
                case WAITS -> waits(visit, request.words());
                case MAY_GO ->
                    new ReconcileResult.Over(opened(
                            visit, pipeline, null, "#" + request.number() + ": " + request.words(), request.shown()));
                case MAY_NOT_GO ->
                    new ReconcileResult.Over(closed(
                            visit, pipeline, null, "#" + request.number() + ": " + request.words(), request.shown()));
            };
        }
        if (pipeline.promotionOf() != null && pipeline.rebuildOf() == null) {
            var record = records.find(pipeline.id()).orElse(null);
            if (record == null) { // undecided who promoted it; a reconciler of its own finds out
                var outcome = Outcome.nothing()
                        .waking(Wake.now(ReconcileKey.Kind.PROMOTED_PIPELINE, pipeline.id(), Place.NOWHERE));
                return key.failures() == 0 && key.seen().isEmpty()
                        ? ReconcileResult.changed("asked who", outcome, intervals.moment())
                        : new ReconcileResult.Failed(intervals.whileExpected(key.failures()));
            }
            return record.way() == PromotionRecords.Way.HERE
                    ? ours(visit, pipeline, "Promoted to " + record.promotion() + " " + record.spoken() + ".")
                    : elsewhere(visit, pipeline, key);
        }
        if (starts.has(pipeline.id())) {
            return ours(visit, pipeline, "Started by Signalman under the rules.");
        }
        return visit.asked().plus(SETTLES_WITHIN).isAfter(clock.instant())
                        && key.failures() < SETTLES_WITHIN.toSeconds()
                ? new ReconcileResult.Failed(intervals.moment())
                : elsewhere(visit, pipeline, key);
    }

    private boolean old(Visit visit) {
        return visit.asked().plus(LONGEST).isBefore(clock.instant());
    }

    private ReconcileResult waits(Visit visit, String words) {
        var again = intervals.forProjects(); // looks whether the job still waits
        return visit.state() == State.WAITS && visit.words().equals(words)
                ? new ReconcileResult.Unchanged(again)
                : ReconcileResult.changed(
                        "waits", Outcome.nothing().with(store.changing(visit, State.WAITS, words)), again);
    }

    private ReconcileResult ours(Visit visit, Pipeline pipeline, String words) {
        var wrong = judge.wrongFile(pipeline);
        return new ReconcileResult.Over(
                wrong.isEmpty()
                        ? opened(visit, pipeline, null, words, null)
                        : closed(visit, pipeline, null, String.join(" ", wrong), null));
    }

    private ReconcileResult elsewhere(Visit visit, Pipeline pipeline, ReconcileKey key) {
        var held = judge.held(pipeline);
        var decision = held.decision();
        var pinned = pinned(held);
        if (decision.granted()) {
            return new ReconcileResult.Over(decision.guard(opened(
                    visit, pipeline, decision, "No approval is needed, and every rule is met.", channel(held.wish()))));
        }
        if (decision.has(Verdict.UNKNOWN)) {
            LOG.info(
                    "Pipeline {} waits at the gate: {}",
                    pipeline.id(),
                    decision.refusal().sentences());
            return new ReconcileResult.Failed(intervals.whileExpected(key.failures()));
        }
        if (!decision.mayBeAskedFor() || decision.has(Verdict.WAITS)) {
            return new ReconcileResult.Over(
                    closed(visit, pipeline, decision, decision.refusal().sentences(), channel(held.wish())));
        }
        var words = "The request for approval is being posted.";
        var outcome = requests.hold(held.wish(), pinned, decision).with(store.changing(visit, State.WAITS, words));
        return ReconcileResult.changed("held", outcome);
    }

    /** Whose ledger shows the answer; null for nobody's. */
    private static @Nullable Place channel(Wish wish) {
        return wish.policies().stream()
                .map(policy -> policy.approvals().channel())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Place::channel)
                .orElse(wish.place().equals(Place.NOWHERE) ? null : wish.place());
    }

    private static Promote pinned(GateJudge.HeldDeployDecision held) {
        return new Promote(
                held.wish().promotion(),
                Subject.pipeline(
                        ((DeployStart.Held) held.wish().start()).pipeline().id()),
                held.wish().parameters(),
                false,
                false,
                null);
    }

    private Outcome opened(
            Visit visit, Pipeline pipeline, @Nullable Decision decision, String words, @Nullable Place place) {
        return Outcome.nothing()
                .with(store.changing(visit, State.OPEN, words))
                .recording(entry(
                        pipeline, decision, ActResult.State.DONE, place, "Let through. " + words + about(pipeline)));
    }

    private Outcome closed(
            Visit visit, Pipeline pipeline, @Nullable Decision decision, String words, @Nullable Place place) {
        return Outcome.nothing()
                .with(store.changing(visit, State.CLOSED, words))
                .recording(entry(
                        pipeline,
                        decision,
                        ActResult.State.REFUSED,
                        place,
                        "Not let through. " + words + about(pipeline)));
    }

    /** What the answer is for, after the answer itself: a list of rows shows the beginning only. */
    private static String about(Pipeline pipeline) {
        return " Pipeline " + pipeline.id() + ", commit " + pipeline.commit() + ", file " + pipeline.path() + ".";
    }

    private LedgerEntry entry(
            Pipeline pipeline,
            @Nullable Decision decision,
            ActResult.State state,
            @Nullable Place place,
            String words) {
        var name = records.find(pipeline.id())
                .map(PromotionRecords.Kept::promotion)
                .orElse("");
        var from = pipeline.promotionOf() == null ? pipeline.id() : pipeline.promotionOf();
        var line = name.isEmpty()
                ? "pipeline " + pipeline.id()
                : grammar.print(new Promote(name, Subject.pipeline(from), Map.of(), false, false, null));
        return new LedgerEntry(
                LedgerEntry.Kind.GATE,
                Actor.ITSELF,
                pipeline.trigger().userId(),
                place,
                line,
                decision == null ? null : decision.spoken(),
                state,
                words);
    }

    private static Outcome both(Outcome first, Outcome second) {
        var outcome = first;
        for (var row : second.rows()) {
            outcome = outcome.with(row);
        }
        for (var entry : second.entries()) {
            outcome = outcome.recording(entry);
        }
        return outcome;
    }
}
