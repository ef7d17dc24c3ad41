package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.command.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an invocation: what is said, what is done to Semaphore, what is remembered, what follows.
 *
 * @param act a command pinned to ids whose {@link ActExecutor} shall change Semaphore, once; null for none
 * @param section what that act must have to itself; null for nothing
 * @param rules the rules that the act was judged by, for the ledger; null for none
 * @param entries what the ledger keeps of it; how an act ends is kept without being said here
 * @param wakes what is looked at next
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
    /** Keeps its own copies. */
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

    /** Something to be done to Semaphore. */
    public static Outcome act(Command pinned) {
        return new Outcome(List.of(), pinned, null);
    }

    /** Something to be done to Semaphore while nothing else is done in its section. */
    public static Outcome act(Command pinned, ActMutex mutex) {
        return new Outcome(List.of(), pinned, mutex);
    }

    /** Something to be said in its place. */
    public static Outcome deliver(Delivery... deliveries) {
        return new Outcome(List.of(deliveries), null, null);
    }

    /** Nothing at all. */
    public static Outcome nothing() {
        return new Outcome(List.of(), null, null);
    }

    /** The same, saying something first. */
    public Outcome saying(Delivery delivery) {
        var all = new ArrayList<>(List.of(delivery));
        all.addAll(deliveries);
        return new Outcome(all, act, section, rows, followUps, rules, entries, wakes);
    }

    /** The same, saying something last. */
    public Outcome and(Delivery delivery) {
        var all = new ArrayList<>(deliveries);
        all.add(delivery);
        return new Outcome(all, act, section, rows, followUps, rules, entries, wakes);
    }

    /** The same, remembering something too. */
    public Outcome with(RowChange row) {
        var all = new ArrayList<>(rows);
        all.add(row);
        return new Outcome(deliveries, act, section, all, followUps, rules, entries, wakes);
    }

    /** The same, followed by something. */
    public Outcome then(FollowUp followUp) {
        var all = new ArrayList<>(followUps);
        all.add(followUp);
        return new Outcome(deliveries, act, section, rows, all, rules, entries, wakes);
    }

    /** The same, with something that is looked at next. */
    public Outcome waking(Wake wake) {
        var all = new ArrayList<>(wakes);
        all.add(wake);
        return new Outcome(deliveries, act, section, rows, followUps, rules, entries, all);
    }

    /** The same, judged by these rules. */
    public Outcome under(String judgedBy) {
        return new Outcome(deliveries, act, section, rows, followUps, judgedBy, entries, wakes);
    }

    /** The same, which the ledger keeps in these words; of an act that is carried out it keeps the end by itself. */
    public Outcome recording(LedgerEntry entry) {
        var all = new ArrayList<>(entries);
        all.add(entry);
        return new Outcome(deliveries, act, section, rows, followUps, rules, all, wakes);
    }
}
