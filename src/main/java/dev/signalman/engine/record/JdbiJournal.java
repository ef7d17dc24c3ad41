package dev.signalman.engine.record;

import dev.signalman.chat.CardRenderer;
import dev.signalman.command.Command;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Journal;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import dev.signalman.engine.act.ActStore;
import dev.signalman.engine.cards.CardDisarmer;
import dev.signalman.engine.cards.JdbiCardLocations;
import dev.signalman.engine.cards.RenderedDelivery;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Keeps the journal in the database. Cards are rendered before the transaction and shown after it. */
public final class JdbiJournal implements Journal {
    private final Database database;
    private final InboxStore inbox;
    private final ActStore acts;
    private final CardDisarmer cardDisarmer;
    private final ReconcileKeyStore keys;
    private final OutcomeWriter outcomes;
    private final Ledger ledger;
    private final CardRenderer cardRenderer;
    private final LineClassifier lineClassifier;
    private final JdbiCardLocations jdbiCardLocations;
    private final AfterCommitHandoff afterCommitHandoff;
    private final InstantSource clock;

    @Inject
    JdbiJournal(
            Database database,
            InboxStore inbox,
            ActStore acts,
            CardDisarmer cardDisarmer,
            ReconcileKeyStore keys,
            OutcomeWriter outcomes,
            Ledger ledger,
            CardRenderer cardRenderer,
            LineClassifier lineClassifier,
            JdbiCardLocations jdbiCardLocations,
            AfterCommitHandoff afterCommitHandoff,
            InstantSource clock) {
        this.database = database;
        this.inbox = inbox;
        this.acts = acts;
        this.cardDisarmer = cardDisarmer;
        this.keys = keys;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.cardRenderer = cardRenderer;
        this.lineClassifier = lineClassifier;
        this.jdbiCardLocations = jdbiCardLocations;
        this.afterCommitHandoff = afterCommitHandoff;
        this.clock = clock;
    }

    @Override
    public void conclude(Claim claim, Outcome outcome) {
        var invocation = claim.invocation();
        var renderedDeliveries =
                RenderedDelivery.draw(cardRenderer, invocation, "concluded", outcome.deliveries(), jdbiCardLocations);
        // written rows mean that the press took effect, so its button stays disabled
        var tookEffect = !outcome.rows().isEmpty();
        commit(handle -> {
            var after = new AfterCommit();
            inbox.finish(handle, invocation.id());
            if (invocation.origin().press() != null && !tookEffect) {
                cardDisarmer.rearm(handle, invocation.id(), after.cards());
            }
            outcomes.write(handle, invocation, "concluded", outcome, renderedDeliveries, after);
            return after;
        });
    }

    @Override
    public Act intend(Claim claim, Command pinned, Outcome outcome, Set<String> known) {
        var invocation = claim.invocation();
        var act = new Act(
                DerivedIds.token(invocation.id()),
                invocation.actor(),
                invocation.place(),
                clock.instant(),
                outcome.rules());
        var line = lineClassifier.print(pinned);
        var renderedDeliveries =
                RenderedDelivery.draw(cardRenderer, invocation, "intended", outcome.deliveries(), jdbiCardLocations);
        commit(handle -> {
            var after = new AfterCommit();
            inbox.hold(handle, claim);
            acts.intend(handle, invocation.id(), line, act);
            if (outcome.section() != null) {
                acts.enter(handle, outcome.section(), invocation.id(), known);
            }
            outcomes.write(handle, invocation, "intended", outcome, renderedDeliveries, after);
            return after;
        });
        return act;
    }

    @Override
    public void sending(Claim claim, Act act) {
        commit(handle -> {
            inbox.hold(handle, claim);
            acts.sending(handle, claim.invocation().id());
            return new AfterCommit();
        });
    }

    @Override
    public void settle(Claim claim, Act act, ActResult result, LedgerEntry entry) {
        var invocation = claim.invocation();
        var renderedDeliveries = RenderedDelivery.draw(
                cardRenderer, invocation, "settled", result.outcome().deliveries(), jdbiCardLocations);
        commit(handle -> {
            var after = new AfterCommit();
            inbox.finish(handle, invocation.id());
            acts.settle(handle, invocation.id(), result);
            acts.leave(handle, invocation.id());
            if (invocation.origin().press() != null && result.state() != ActResult.State.DONE) {
                cardDisarmer.rearm(handle, invocation.id(), after.cards());
            }
            var pressed = result.state() == ActResult.State.DONE
                    ? cardDisarmer.pressedPipeline(handle, invocation)
                    : Optional.<String>empty();
            var outcome = pressed.map(pipeline -> result.outcome().waking(Wake.cards(pipeline)))
                    .orElse(result.outcome());
            if (keys.settled(handle, invocation.id())) {
                after.keyIsDue();
            }
            outcomes.write(handle, invocation, "settled", outcome, renderedDeliveries, after);
            acts.kept(handle, invocation.id(), ledger.append(handle, List.of(entry)), entry.line());
            return after;
        });
    }

    @Override
    public void later(Claim claim, Duration wait) {
        commit(handle -> {
            inbox.later(handle, claim.invocation().id(), wait);
            return new AfterCommit();
        });
    }

    private void commit(Function<Handle, AfterCommit> work) {
        afterCommitHandoff.now(database.inTransaction(work::apply));
    }
}
