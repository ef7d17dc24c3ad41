package dev.signalman.engine.reconcile;

import dev.signalman.chat.CardRenderer;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.engine.act.ActStore;
import dev.signalman.engine.cards.JdbiCardLocations;
import dev.signalman.engine.cards.RenderedDelivery;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.engine.record.AfterCommit;
import dev.signalman.engine.record.AfterCommitHandoff;
import dev.signalman.engine.record.OutcomeWriter;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes the result of a reconcile, and releases its key in the same transaction. An act that the result asks for
 * becomes an invocation with a recorded intent; a worker carries it out like any other.
 */
public final class ReconcileResultWriter {
    private final Database database;
    private final ReconcileKeyStore rows;
    private final InboxStore inbox;
    private final ActStore acts;
    private final OutcomeWriter outcomes;
    private final CardRenderer cardRenderer;
    private final LineClassifier lineClassifier;
    private final JdbiCardLocations jdbiCardLocations;
    private final AfterCommitHandoff afterCommitHandoff;
    private final InstantSource clock;

    @Inject
    ReconcileResultWriter(
            Database database,
            ReconcileKeyStore rows,
            InboxStore inbox,
            ActStore acts,
            OutcomeWriter outcomes,
            CardRenderer cardRenderer,
            LineClassifier lineClassifier,
            JdbiCardLocations jdbiCardLocations,
            AfterCommitHandoff afterCommitHandoff,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.inbox = inbox;
        this.acts = acts;
        this.outcomes = outcomes;
        this.cardRenderer = cardRenderer;
        this.lineClassifier = lineClassifier;
        this.jdbiCardLocations = jdbiCardLocations;
        this.afterCommitHandoff = afterCommitHandoff;
        this.clock = clock;
    }

    /**
     * Writes a result.
     *
     * @param known the invocations whose acts with the mutex of this result's act were settled before the reconcile
     * @throws dev.signalman.dispatch.ActMutexHeldException when another act holds that mutex, or held it and is not in
     *     {@code known}
     */
    void write(ReconcileKey key, ReconcileResult.WithOutcome result, Set<String> known) {
        // the id is derived from the fingerprint, so a follow-up is inserted once however often this is written
        var id = key.act(result.fingerprint(key.due()));
        var outcome = result.outcome();
        var pinned = outcome.act();
        var waking = key.waking();
        var because = new Invocation(
                id,
                waking.by(),
                waking.place(),
                pinned == null ? "" : lineClassifier.print(pinned),
                new Origin.Itself(id),
                waking.responseUrl() == null ? clock.instant() : waking.asked(),
                waking.responseUrl());
        var drawn = RenderedDelivery.draw(cardRenderer, because, "looked", outcome.deliveries(), jdbiCardLocations);
        var renderedDeliveries = result.merelyOlder()
                ? drawn.stream().map(RenderedDelivery::merelyOlder).toList()
                : drawn;
        afterCommitHandoff.now(database.inTransaction(handle -> {
            var after = new AfterCommit();
            rows.release(handle, key, result);
            if (pinned != null) {
                intend(handle, because, outcome.rules());
                if (outcome.section() != null) {
                    acts.enter(handle, outcome.section(), id, known);
                }
                rows.acting(handle, key, id);
            }
            outcomes.write(handle, because, "looked", outcome, renderedDeliveries, after);
            return after;
        }));
    }

    private void intend(Handle handle, Invocation acting, @Nullable String rules) {
        var now = clock.instant();
        if (!inbox.add(handle, acting, now, false)) {
            throw new IllegalStateException(acting.id() + " acted before");
        }
        acts.intend(
                handle,
                acting.id(),
                acting.line(),
                new Act(DerivedIds.token(acting.id()), acting.actor(), acting.place(), now, rules));
    }
}
