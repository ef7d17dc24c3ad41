package dev.signalman.feature.locks;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.Place;
import dev.signalman.feature.locks.LockedPromotionResolver.Meant;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a lock. For another person's lock it asks first, if the asker may end it, and then tells the holder; everybody
 * else can ask the holder.
 */
final class UnlockHandler implements Handler<Unlock> {
    private final LockedPromotionResolver resolver;
    private final JdbiLocks locks;
    private final LockList list;
    private final UnlockPermissions permissions;
    private final TargetReconcileTrigger trigger;
    private final InstantSource clock;

    @Inject
    UnlockHandler(
            LockedPromotionResolver resolver,
            JdbiLocks locks,
            LockList list,
            UnlockPermissions permissions,
            TargetReconcileTrigger trigger,
            InstantSource clock) {
        this.resolver = resolver;
        this.locks = locks;
        this.list = list;
        this.permissions = permissions;
        this.trigger = trigger;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Unlock command, Invocation invocation) {
        var meant = resolver.find(
                command.promotion(),
                command.subject(),
                invocation,
                subject -> new Unlock(command.promotion(), subject, command.ask(), command.only()));
        var now = clock.instant();
        var held = locks.of(meant.what()).filter(each -> each.holds(now)).orElseThrow(() -> notLocked(command, meant));
        if (command.only() != null && !command.only().equals(held.id())) {
            var terms = LockPhrases.terms(held);
            throw new Refusal("That lock has ended. Now " + held.promotion() + " of "
                            + held.what().project() + " is locked by " + terms.spoken()
                            + ". Nothing was changed. /semaphore locks lists all locks.")
                    .naming(terms.times());
        }
        var own = held.by(invocation.actor().userId());
        if (command.ask()) {
            return asked(held, own, invocation);
        }
        permissions.admit(held, invocation.actor().userId(), LockCardFactory.asking(held));
        if (!own && command.only() == null) {
            return Outcome.answer(question(held));
        }
        return ended(held, own, invocation);
    }

    private static Outcome asked(HeldLock held, boolean own, Invocation invocation) {
        if (own) {
            var unlock = new Unlock(held.promotion(), LockCardFactory.project(held), false, held.id());
            throw new Refusal(
                    "You hold the lock on " + held.promotion() + " of "
                            + held.what().project() + " yourself. Nothing was changed.",
                    List.of(Suggestion.next("Unlock " + held.promotion(), unlock)));
        }
        var holder = held.holder();
        return Outcome.deliver(
                new Delivery.ToAsker(TextCard.of("I asked " + holder.name() + " to unlock " + held.promotion() + " of "
                        + held.what().project() + ". It stays locked until then.")),
                new Delivery.ToPlace(
                        Place.channel(holder.userId()),
                        LockCardFactory.wanted(held, invocation.actor().name())));
    }

    private Outcome ended(HeldLock held, boolean own, Invocation invocation) {
        var name = invocation.actor().name();
        var said = Text.of(name + " unlocked ").text(LockPhrases.which(held));
        var card = LockCardFactory.ended(
                own ? said.plain(".") : said.plain(", which " + held.holder().name() + " had locked."));
        // the public message comes first: the ledger keeps it
        var deliveries = new ArrayList<Delivery>(List.of(new Delivery.ToPlace(invocation.place(), card)));
        if (!held.place().channel().equals(invocation.place().channel())) {
            deliveries.add(new Delivery.ToPlace(held.place(), card));
        }
        deliveries.add(LockCardFactory.toTheCardOf(held));
        if (!own) {
            var how = Text.of(name + " removed your lock on ")
                    .text(LockPhrases.which(held))
                    .plain(".");
            deliveries.add(
                    new Delivery.ToPlace(Place.channel(held.holder().userId()), LockCardFactory.lost(held, how)));
        }
        if (invocation.origin() instanceof Origin.Pressed press && press.ephemeral()) {
            deliveries.add(new Delivery.ToAsker(list.without(held)));
        }
        var outcome = Outcome.deliver(deliveries.toArray(Delivery[]::new)).with(locks.releasing(held));
        return trigger.after(outcome, held.what(), invocation.place());
    }

    private static Card question(HeldLock held) {
        var line = LockPhrases.which(held)
                .plain(" is locked by ")
                .text(LockPhrases.terms(held))
                .plain(".");
        return new TextCard(
                line.spoken() + " Unlock anyway?",
                List.of(Text.empty().symbol(Symbol.LOCKED).text(line)),
                List.of("Nothing was changed. If you unlock it, "
                        + held.holder().name() + " is notified."),
                CardActions.of(LockCardFactory.unlockAllTheSame(held)));
    }

    private Refusal notLocked(Unlock command, Meant meant) {
        var which = meant.promotion() + " of " + meant.project().name();
        if (command.only() != null) {
            return new Refusal("The lock on " + which + " has already ended. Nothing was changed.");
        }
        var there = locks.all().stream()
                .filter(held -> held.what().projectId().equals(meant.project().id()))
                .map(HeldLock::promotion)
                .toList();
        var near = NearestName.of(meant.promotion(), there, 3);
        return new Refusal(
                which + " isn't locked. Nothing was changed."
                        + (near.isEmpty() ? " /semaphore locks lists all locks." : ""),
                near.stream()
                        .map(name -> new Suggestion("Unlock " + name, new Unlock(name, command.subject(), false, null)))
                        .toList());
    }
}
