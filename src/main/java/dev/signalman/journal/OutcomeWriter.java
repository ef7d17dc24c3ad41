package dev.signalman.journal;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes an outcome: rows of features, cards, follow-ups and wakes, and the ledger's rows last. */
final class OutcomeWriter {
    private final WantedCards cards;
    private final FollowUps followUps;
    private final ReconcileKeyStore watches;
    private final Ledger ledger;

    @Inject
    OutcomeWriter(WantedCards cards, FollowUps followUps, ReconcileKeyStore watches, Ledger ledger) {
        this.cards = cards;
        this.followUps = followUps;
        this.watches = watches;
        this.ledger = ledger;
    }

    void write(
            Handle handle,
            Invocation because,
            String phase,
            Outcome outcome,
            List<RenderedDelivery> renderedDeliveries,
            AfterCommit after) {
        outcome.rows().forEach(row -> row.write(handle));
        cards.write(handle, because, renderedDeliveries, after);
        followUps.write(handle, because, phase, outcome.followUps(), after);
        outcome.wakes().forEach(wake -> watches.wake(handle, wake, because.actor()));
        ledger.append(handle, outcome.entries());
    }
}
