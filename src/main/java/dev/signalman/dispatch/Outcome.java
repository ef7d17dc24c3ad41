package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.command.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an invocation: cards to deliver, an act on Semaphore, rows to write, and what follows.
 *
 * @param act a command pinned to ids, which its {@link ActExecutor} carries out once; null for none
 * @param section the mutex that the act holds; null for none
 * @param rules the rules that were applied to the act, for the ledger; null for none
 * @param entries further ledger entries; the result of {@code act} gets its entry automatically
 * @param wakes keys to reconcile
 */
public record Outcome(
        List<Delivery> deliveries,
        @Nullable Command act,
        @Nullable ActMutex section,
        List<RowChange> rows,
        List<FollowUp> followUps,
        @Nullable String rules,
        List<LedgerEntry> entries,
        List<Wake> wakes) {
    /** Copies the lists. */
    public Outcome {
        deliveries = List.copyOf(deliveries);
        rows = List.copyOf(rows);
        followUps = List.copyOf(followUps);
        entries = List.copyOf(entries);
        wakes = List.copyOf(wakes);
    }

    private Outcome(List<Delivery> deliveries, @Nullable Command act, @Nullable ActMutex section) {
        this(deliveries, act, section, List.of(), List.of(), null, List.of(), List.of());
    }

    /** An answer for the asker alone. */
    public static Outcome answer(Card card) {
        return new Outcome(List.of(new Delivery.ToAsker(card)), null, null);
    }

    /** An act on Semaphore. */
    public static Outcome act(Command pinned) {
        return new Outcome(List.of(), pinned, null);
    }

    /** An act on Semaphore that holds a mutex. */
    public static Outcome act(Command pinned, ActMutex mutex) {
        return new Outcome(List.of(), pinned, mutex);
    }

    /** Cards to deliver. */
    public static Outcome deliver(Delivery... deliveries) {
        return new Outcome(List.of(deliveries), null, null);
    }

    /** An empty outcome. */
    public static Outcome nothing() {
        return new Outcome(List.of(), null, null);
    }

    /** A copy with a delivery before the others. */
    public Outcome saying(Delivery delivery) {
        var all = new ArrayList<>(List.of(delivery));
        all.addAll(deliveries);
        return new Outcome(all, act, section, rows, followUps, rules, entries, wakes);
    }

    /** A copy with a delivery after the others. */
    public Outcome and(Delivery delivery) {
        var all = new ArrayList<>(deliveries);
        all.add(delivery);
        return new Outcome(all, act, section, rows, followUps, rules, entries, wakes);
    }

    /** A copy with a further row change. */
    public Outcome with(RowChange row) {
        var all = new ArrayList<>(rows);
        all.add(row);
        return new Outcome(deliveries, act, section, all, followUps, rules, entries, wakes);
    }

    /** A copy with a further follow-up. */
    public Outcome then(FollowUp followUp) {
        var all = new ArrayList<>(followUps);
        all.add(followUp);
        return new Outcome(deliveries, act, section, rows, all, rules, entries, wakes);
    }

    /** A copy with a further key to reconcile. */
    public Outcome waking(Wake wake) {
        var all = new ArrayList<>(wakes);
        all.add(wake);
        return new Outcome(deliveries, act, section, rows, followUps, rules, entries, all);
    }

    /** A copy with the rules that were applied. */
    public Outcome under(String judgedBy) {
        return new Outcome(deliveries, act, section, rows, followUps, judgedBy, entries, wakes);
    }

    /** A copy with a further ledger entry; the result of an act gets its entry automatically. */
    public Outcome recording(LedgerEntry entry) {
        var all = new ArrayList<>(entries);
        all.add(entry);
        return new Outcome(deliveries, act, section, rows, followUps, rules, all, wakes);
    }
}
