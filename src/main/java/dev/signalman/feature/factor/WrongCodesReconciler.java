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
import java.util.Comparator;
import java.util.Objects;

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
        var factor = store.of(key.id()).stream()
                .filter(each -> each.pausedUntil() != null)
                .max(Comparator.comparing(each -> Objects.requireNonNull(each.pausedUntil())))
                .orElse(null);
        var until = factor == null ? null : factor.pausedUntil();
        if (factor == null || until == null || !until.isAfter(clock.instant())) {
            return new ReconcileResult.Over();
        }
        var passkey = factor.kind() == Factor.Kind.PASSKEY;
        if (key.seen().equals(until.toString())) {
            return new ReconcileResult.Asleep(until);
        }
        var place = Place.channel(key.id());
        var owner = new Actor(key.id(), people.nameOf(key.id()), null);
        var told = Outcome.deliver(new Delivery.ToPlace(place, FactorPhrases.paused(factor.wrong(), until, passkey)))
                .recording(LedgerEntry.act(
                        owner,
                        place,
                        grammar.print(Factor.own(Step.SHOW)),
                        null,
                        ActResult.State.REFUSED,
                        factor.wrong()
                                + (passkey
                                        ? " wrong tries with this passkey were made in a row; it is paused"
                                        : " wrong codes of this second factor were entered in a row; it is paused")));
        return ReconcileResult.changed(until.toString(), told);
    }
}
