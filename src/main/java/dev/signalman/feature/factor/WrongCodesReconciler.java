package dev.signalman.feature.factor;

import dev.signalman.chat.People;
import dev.signalman.command.Factor;
import dev.signalman.command.Factor.Step;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Tells a person that too many wrong codes of their factor were entered. The stored state is the pause that was told of. */
final class WrongCodesReconciler implements Reconciler {
    private final FactorStore store;
    private final People people;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    WrongCodesReconciler(FactorStore store, People people, Grammar grammar, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.grammar = grammar;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.SECOND_FACTOR;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var factor = store.of(key.id()).orElse(null);
        var until = factor == null ? null : factor.pausedUntil();
        if (factor == null || until == null || !until.isAfter(clock.instant())) {
            return new ReconcileResult.Over();
        }
        if (key.seen().equals(until.toString())) {
            return new ReconcileResult.Asleep(until);
        }
        var place = Place.channel(key.id());
        var owner = new Actor(key.id(), people.nameOf(key.id()), null);
        var told = Outcome.deliver(new Delivery.ToPlace(place, FactorPhrases.paused(factor.wrong(), until)))
                .recording(LedgerEntry.act(
                        owner,
                        place,
                        grammar.print(Factor.own(Step.SHOW)),
                        null,
                        ActResult.State.REFUSED,
                        factor.wrong() + " wrong codes of this second factor were entered in a row; it is paused"));
        return ReconcileResult.changed(until.toString(), told);
    }
}
