package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.command.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an invocation: what is said, what is done to Semaphore, what is remembered, what follows.
 *
 * @param act a command pinned to ids whose {@link Carrier} shall change Semaphore, once; null for none
 * @param section what that act must have to itself; null for nothing
 */
public record Outcome(
        List<Delivery> deliveries,
        @Nullable Command act,
        @Nullable Section section,
        List<Row> rows,
        List<FollowUp> followUps) {
    /** Keeps its own copies. */
    public Outcome {
        deliveries = List.copyOf(deliveries);
        rows = List.copyOf(rows);
        followUps = List.copyOf(followUps);
    }

    /** An answer for the asker alone. */
    public static Outcome answer(Card card) {
        return new Outcome(List.of(new Delivery.ToAsker(card)), null, null, List.of(), List.of());
    }

    /** Something to be done to Semaphore. */
    public static Outcome act(Command pinned) {
        return new Outcome(List.of(), pinned, null, List.of(), List.of());
    }

    /** Something to be done to Semaphore while nothing else is done in its section. */
    public static Outcome act(Command pinned, Section section) {
        return new Outcome(List.of(), pinned, section, List.of(), List.of());
    }

    /** Something to be said in its place. */
    public static Outcome deliver(Delivery... deliveries) {
        return new Outcome(List.of(deliveries), null, null, List.of(), List.of());
    }

    /** Nothing at all. */
    public static Outcome nothing() {
        return new Outcome(List.of(), null, null, List.of(), List.of());
    }

    /** The same, saying something first. */
    public Outcome saying(Delivery delivery) {
        var all = new ArrayList<>(List.of(delivery));
        all.addAll(deliveries);
        return new Outcome(all, act, section, rows, followUps);
    }

    /** The same, remembering something too. */
    public Outcome with(Row row) {
        var all = new ArrayList<>(rows);
        all.add(row);
        return new Outcome(deliveries, act, section, all, followUps);
    }

    /** The same, followed by something. */
    public Outcome then(FollowUp followUp) {
        var all = new ArrayList<>(followUps);
        all.add(followUp);
        return new Outcome(deliveries, act, section, rows, all);
    }
}
