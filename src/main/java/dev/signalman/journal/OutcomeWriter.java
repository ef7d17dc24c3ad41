package dev.signalman.journal;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes what came of an invocation or a reconcile: keys that are woken, rows of features, cards, what follows, and the ledger's rows last. */
final class OutcomeWriter {
    private final WantedCards cards;
    private final FollowUps followUps;
    private final ReconcileKeyStore keys;
    private final Ledger ledger;

    @Inject
    OutcomeWriter(WantedCards cards, FollowUps followUps, ReconcileKeyStore keys, Ledger ledger) {
        this.cards = cards;
        this.followUps = followUps;
        this.keys = keys;
        this.ledger = ledger;
    }

    void write(
            Handle handle,
            Invocation because,
            String phase,
            Outcome outcome,
            List<RenderedDelivery> renderedDeliveries,
            AfterCommit after) {
        // keys first and in one order, so that no two transactions wait for each other
        outcome.wakes().stream()
                .sorted(Comparator.comparing(Wake::kind).thenComparing(Wake::id))
                .forEach(wake -> keys.wake(handle, wake, because));
        after.keys |= outcome.wakes().stream().anyMatch(wake -> wake.delay().isZero());
        outcome.rows().forEach(row -> row.write(handle));
        cards.write(handle, because, renderedDeliveries, after);
        followUps.write(handle, because, phase, outcome.followUps(), after);
        ledger.append(handle, outcome.entries());
    }
}
