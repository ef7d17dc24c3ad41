package dev.signalman.engine.record;

import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import dev.signalman.engine.cards.RenderedDelivery;
import dev.signalman.engine.cards.WantedCards;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.engine.run.WorkerPool;
import dev.signalman.engine.timing.BotTempo;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Writes the outcome of an invocation or a reconcile: wakes, feature rows, cards, follow-ups and, last, ledger entries.
 */
public final class OutcomeWriter {
    private final WantedCards cards;
    private final InboxStore inbox;
    private final LineClassifier lineClassifier;
    private final WorkerPool workerPool;
    private final ReconcileKeyStore keys;
    private final Ledger ledger;
    private final BotTempo tempo;
    private final InstantSource clock;

    @Inject
    OutcomeWriter(
            WantedCards cards,
            InboxStore inbox,
            LineClassifier lineClassifier,
            WorkerPool workerPool,
            ReconcileKeyStore keys,
            Ledger ledger,
            BotTempo tempo,
            InstantSource clock) {
        this.cards = cards;
        this.inbox = inbox;
        this.lineClassifier = lineClassifier;
        this.workerPool = workerPool;
        this.keys = keys;
        this.ledger = ledger;
        this.tempo = tempo;
        this.clock = clock;
    }

    public void write(
            Handle handle,
            Invocation because,
            String phase,
            Outcome outcome,
            List<RenderedDelivery> renderedDeliveries,
            AfterCommit after) {
        // wakes first and sorted, so that two transactions do not deadlock on their rows
        outcome.wakes().stream()
                .sorted(Comparator.comparing(Wake::kind).thenComparing(Wake::id))
                .forEach(wake -> keys.wake(handle, wake, because));
        if (outcome.wakes().stream().anyMatch(wake -> wake.delay().isZero())) {
            after.keyIsDue();
        }
        outcome.rows().forEach(row -> row.write(handle));
        cards.write(handle, because, renderedDeliveries, after.cards());
        writeFollowUps(handle, because, phase, outcome.followUps(), after);
        ledger.append(handle, outcome.entries());
    }

    /** Stores follow-ups as invocations that are due now or later. */
    private void writeFollowUps(
            Handle handle, Invocation because, String phase, List<FollowUp> followUps, AfterCommit after) {
        var now = clock.instant();
        for (int n = 0; n < followUps.size(); n++) {
            var followUp = followUps.get(n);
            var invocation = new Invocation(
                    DerivedIds.made(because.id(), phase, n),
                    because.actor(),
                    followUp.place(),
                    lineClassifier.print(followUp.command()),
                    new Origin.Itself(because.id()),
                    now,
                    because.responseUrl());
            var mine = followUp.delay().isZero() && workerPool.room() > 0;
            inbox.add(handle, invocation, now.plus(tempo.of(followUp.delay())), mine);
            if (mine) {
                after.invocations().add(invocation);
            }
        }
    }
}
