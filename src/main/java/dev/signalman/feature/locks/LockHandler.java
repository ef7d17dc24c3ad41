package dev.signalman.feature.locks;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Lock;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.command.TimeSpan;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Place;
import dev.signalman.feature.locks.HeldLock.Holder;
import dev.signalman.feature.locks.HeldLock.How;
import dev.signalman.feature.locks.HeldLock.Said;
import dev.signalman.feature.locks.LockedPromotionResolver.Meant;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locks a promotion, changes the asker's own lock, or offers to take over another person's. */
final class LockHandler implements Handler<Lock> {
    private final LockedPromotionResolver resolver;
    private final JdbiLocks locks;
    private final TargetLookup lookup;
    private final UnlockPermissions permissions;
    private final TargetReconcileTrigger trigger;
    private final InstantSource clock;

    @Inject
    LockHandler(
            LockedPromotionResolver resolver,
            JdbiLocks locks,
            TargetLookup lookup,
            UnlockPermissions permissions,
            TargetReconcileTrigger trigger,
            InstantSource clock) {
        this.resolver = resolver;
        this.locks = locks;
        this.lookup = lookup;
        this.permissions = permissions;
        this.trigger = trigger;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Lock command, Invocation invocation) {
        var meant = resolver.find(
                command.promotion(),
                command.subject(),
                invocation,
                subject -> with(command, command.promotion(), subject));
        var now = clock.instant();
        var there = locks.of(meant.what()).orElse(null);
        if (there == null || !there.holds(now)) {
            if (!command.anyway()) {
                resolver.refuseSlip(
                        meant,
                        name -> with(command, name, project(meant)),
                        anyway(with(command, meant.promotion(), project(meant))));
            }
            var said = new Said(How.TAKEN, null, remarks(command, meant));
            return said(held(command, meant, command.server(), said, invocation, now), there, command, meant);
        }
        if (there.by(invocation.actor().userId())) {
            return again(command, meant, there, invocation, now);
        }
        permissions.admit(there, invocation.actor().userId(), LockCardFactory.asking(there));
        if (there.id().equals(command.steal())) {
            var said = new Said(How.STOLEN, there.holder().name(), remarks(command, meant));
            var held = held(command, meant, command.server() || there.server(), said, invocation, now);
            var how = Text.of(invocation.actor().name() + " took over your lock on ")
                    .text(LockPhrases.which(there))
                    .plain(".");
            var lost = new Delivery.ToPlace(Place.channel(there.holder().userId()), LockCardFactory.lost(there, how));
            return said(held, there, command, meant, lost);
        }
        return Outcome.answer(offer(command, meant, there));
    }

    /** Changes the holder's own lock by what the command names; the rest stays. */
    private Outcome again(Lock command, Meant meant, HeldLock there, Invocation invocation, Instant now) {
        boolean server = command.server() || there.server();
        if (command.lasting() == null && command.because() == null && server == there.server()) {
            throw held(there, meant);
        }
        var until = command.lasting() == null ? there.until() : end(command.lasting(), now);
        var because = command.because() == null ? there.reason() : command.because();
        var held = new HeldLock(
                id(invocation),
                there.what(),
                there.promotion(),
                holder(invocation),
                there.since(),
                until,
                because,
                invocation.place(),
                server,
                new Said(How.KEPT, null, remarks(command, meant)));
        return said(held, there, command, meant);
    }

    /** The holder's own lock, and what they can do with it. */
    private static Refusal held(HeldLock there, Meant meant) {
        var name = there.promotion();
        var project = meant.project().name();
        var next = new ArrayList<>(
                List.of(Suggestion.next("Unlock " + name, new Unlock(name, project(meant), false, there.id()))));
        if (!there.server()) {
            next.add(Suggestion.next(
                    "Lock Semaphore's web UI too", new Lock(name, project(meant), null, true, false, null, null)));
        }
        return new Refusal(
                "You already hold the lock on " + name + " of " + project
                        + ". Nothing was changed. To change its end or reason, lock it again with a new one.",
                next);
    }

    private Outcome said(HeldLock held, @Nullable HeldLock before, Lock command, Meant meant, Delivery... also) {
        var bound = command.server()
                ? lookup.needed(meant.project(), meant.promotion(), without(command, meant, held))
                : List.<DeploymentTarget>of();
        var card = LockCardFactory.standing(held, trigger.webHoldOf(held.what()));
        // what everybody hears comes first: it is what the ledger keeps
        var deliveries = new ArrayList<Delivery>(List.of(new Delivery.LockAt(held.place(), held.id(), card)));
        if (before != null) {
            deliveries.add(LockCardFactory.toTheCardOf(before));
        }
        deliveries.addAll(List.of(also));
        return trigger.after(
                        Outcome.deliver(deliveries.toArray(Delivery[]::new)).with(locks.taking(held, before)),
                        held.what(),
                        bound,
                        held.place())
                .waking(Wake.now(ReconcileKey.Kind.LOCK, held.id(), held.place()));
    }

    /** The lock that Semaphore's web would not know of; nothing where the promotion is locked already. */
    private static List<Suggestion> without(Lock command, Meant meant, HeldLock held) {
        var lock = new Lock(
                meant.promotion(), project(meant), command.lasting(), false, command.anyway(), null, command.because());
        return held.said().how() == How.TAKEN
                ? List.of(Suggestion.next("Lock " + meant.promotion() + " in Signalman only", lock))
                : List.of();
    }

    private static Card offer(Lock command, Meant meant, HeldLock there) {
        var line = LockPhrases.which(there)
                .plain(" is already locked by ")
                .text(LockPhrases.terms(there))
                .plain(".");
        var steal = new Lock(
                there.promotion(),
                project(meant),
                command.lasting(),
                command.server(),
                true,
                there.id(),
                command.because());
        return new TextCard(
                line.spoken() + " Nothing was changed.",
                List.of(Text.empty().symbol(Symbol.LOCKED).text(line)),
                List.of("Nothing was changed. If you take over the lock, its holder is notified."),
                CardActions.of(LockCardFactory.steal(there, steal), LockCardFactory.unlock(there)));
    }

    private static List<String> remarks(Lock command, Meant meant) {
        var remarks = new ArrayList<String>();
        if (!meant.heardOf()) {
            remarks.add("I haven't seen a promotion of that name in "
                    + meant.project().name() + " yet. Check that it is spelled as in the pipeline file.");
        }
        if (command.subject() instanceof Subject.Newest newest
                && (newest.branch() != null
                        || !newest.project().equalsIgnoreCase(meant.project().name()))) {
            remarks.add("It applies to every branch.");
        }
        return remarks;
    }

    private static HeldLock held(
            Lock command, Meant meant, boolean server, Said said, Invocation invocation, Instant now) {
        return new HeldLock(
                id(invocation),
                meant.what(),
                meant.promotion(),
                holder(invocation),
                now,
                end(command.lasting(), now),
                command.because(),
                invocation.place(),
                server,
                said);
    }

    private static Holder holder(Invocation invocation) {
        return new Holder(invocation.actor().userId(), invocation.actor().name());
    }

    /** The lock's id; the same if the invocation is decided again. */
    private static String id(Invocation invocation) {
        return UUID.nameUUIDFromBytes(invocation.id().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static @Nullable Instant end(@Nullable TimeSpan lasting, Instant now) {
        return lasting == null ? null : now.plus(lasting.duration());
    }

    private static Subject project(Meant meant) {
        return new Subject.Newest(null, meant.project().name(), null);
    }

    private static Lock with(Lock command, String promotion, Subject subject) {
        return new Lock(
                promotion,
                subject,
                command.lasting(),
                command.server(),
                command.anyway(),
                command.steal(),
                command.because());
    }

    private static Lock anyway(Lock command) {
        return new Lock(
                command.promotion(),
                command.subject(),
                command.lasting(),
                command.server(),
                true,
                command.steal(),
                command.because());
    }
}
