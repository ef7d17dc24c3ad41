package dev.signalman.feature.locks;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Lock;
import dev.signalman.command.Subject;
import dev.signalman.command.TimeSpan;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the cards and buttons of locks. */
final class LockCardFactory {
    private LockCardFactory() {}

    /**
     * The public card of a lock that was set, changed or taken over; {@code webHoldStatus} matters only if it should hold
     * in Semaphore's web.
     */
    static Card standing(HeldLock held, WebHoldStatus webHoldStatus) {
        var until = held.until();
        var what = opening(held);
        var ends = until == null ? what : what.plain(" until ").date(until);
        var line = ends.plain(LockPhrases.because(held));
        var small = new ArrayList<>(held.said().remarks());
        small.add(
                until == null ? "Promotions are blocked until it is unlocked." : "Promotions are blocked until then.");
        small.add(held.server() ? webHoldStatus.words() + "." : "Semaphore's web UI isn't locked.");
        return new TextCard(
                line.spoken() + ".",
                List.of(Text.empty().symbol(Symbol.LOCKED).text(line)),
                small,
                CardActions.of(unlock(held)));
    }

    /** The card of an ended lock: its text without buttons. */
    static Card over(HeldLock held) {
        var line = opening(held).plain(LockPhrases.because(held));
        return new TextCard(
                line.spoken() + ". This lock has ended.",
                List.of(Text.empty().symbol(Symbol.UNLOCKED).text(line)),
                List.of("This lock has ended."),
                CardActions.NONE);
    }

    /** Replaces the lock's card by {@link #over}. */
    static Delivery toTheCardOf(HeldLock held) {
        return new Delivery.LockAt(held.place(), held.id(), over(held));
    }

    private static Text opening(HeldLock held) {
        var name = held.holder().name();
        return switch (held.said().how()) {
            case TAKEN -> Text.of(name + " locked ").text(LockPhrases.which(held));
            case KEPT -> Text.of(name + " keeps ").text(LockPhrases.which(held)).plain(" locked");
            case STOLEN ->
                Text.of(name + " took over the lock on ")
                        .text(LockPhrases.which(held))
                        .plain(" from " + held.said().from());
        };
    }

    /** The public message that a lock was ended. */
    static Card ended(Text line) {
        return new TextCard(
                line.spoken(), List.of(Text.empty().symbol(Symbol.UNLOCKED).text(line)), List.of(), CardActions.NONE);
    }

    /** Tells the holder that somebody else ended the lock or took it over. */
    static Card lost(HeldLock held, Text how) {
        var line = how.plain(" You had locked it ").date(held.since()).plain(LockPhrases.because(held) + ".");
        return new TextCard(
                line.spoken(), List.of(Text.empty().symbol(Symbol.UNLOCKED).text(line)), List.of(), CardActions.NONE);
    }

    /** The button that ends the lock; the presser's right is judged later. */
    static Button unlock(HeldLock held) {
        return Button.of("Unlock", ending(held))
                .asking(
                        "Unlock?",
                        held.promotion() + " of " + held.what().project() + " is locked by "
                                + held.holder().name() + LockPhrases.because(held)
                                + ". Unlocking allows promotions again. If someone else unlocks it, "
                                + held.holder().name() + " is notified.",
                        "Unlock",
                        "Cancel");
    }

    /** The button that ends the lock without a further question. */
    static Button unlockAllTheSame(HeldLock held) {
        return Button.of("Unlock anyway", ending(held)).danger();
    }

    /** The button with which the presser takes the lock over. */
    static Button steal(HeldLock held, Lock instead) {
        return Button.of("Take over lock", instead)
                .danger()
                .asking(
                        "Take over the lock?",
                        held.promotion() + " of " + held.what().project() + " stays locked, by you instead of "
                                + held.holder().name() + ", who is notified.",
                        "Take over",
                        "Cancel");
    }

    /** Asks the holder of an old or soon ending lock whether it is still needed. */
    static Card stillNeeded(HeldLock held, Text line) {
        var hour = Button.of("Keep for 1 more hour", longer(held));
        return new TextCard(
                line.spoken(),
                List.of(Text.empty().symbol(Symbol.LOCKED).text(line)),
                List.of(),
                held.until() == null
                        ? CardActions.of(unlock(held).primary())
                        : CardActions.of(unlock(held).primary(), hour));
    }

    private static Lock longer(HeldLock held) {
        return new Lock(
                held.promotion(),
                project(held),
                new TimeSpan(Duration.ofHours(1)),
                held.server(),
                true,
                null,
                held.reason());
    }

    /** The command that asks the holder to end the lock. */
    static Unlock asking(HeldLock held) {
        return new Unlock(held.promotion(), project(held), true, held.id());
    }

    /** Tells the holder that somebody asks for the lock's end. */
    static Card wanted(HeldLock held, String by) {
        var line = Text.of(by + " asks you to unlock ")
                .text(LockPhrases.which(held))
                .plain(", which you locked ")
                .date(held.since())
                .plain(LockPhrases.because(held) + ".");
        return new TextCard(
                line.spoken(),
                List.of(Text.empty().symbol(Symbol.LOCKED).text(line)),
                List.of("It stays locked until you unlock it."),
                CardActions.of(unlock(held)));
    }

    private static Unlock ending(HeldLock held) {
        return new Unlock(held.promotion(), project(held), false, held.id());
    }

    static Subject project(HeldLock held) {
        return new Subject.Newest(null, held.what().project(), null);
    }
}
