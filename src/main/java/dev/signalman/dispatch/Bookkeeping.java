package dev.signalman.dispatch;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Card;
import dev.signalman.card.Refused;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Verb;
import dev.signalman.domain.Actor;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Says what the ledger keeps: every act that was decided, be it done, refused or unknown. Questions are not kept, and neither is
 * an act about which the bot asks back, since it is not decided yet.
 */
final class Bookkeeping {
    private final Grammar grammar;

    @Inject
    Bookkeeping(Grammar grammar) {
        this.grammar = grammar;
    }

    /** What a handler returned, with what is kept of it; what the handler says itself stands. */
    Outcome keep(Outcome outcome, Command command, Invocation invocation) {
        if (!acts(command) || outcome.act() != null || !outcome.entries().isEmpty() || asksBack(outcome)) {
            return outcome;
        }
        var state = outcome.rows().isEmpty() ? Carried.State.REFUSED : Carried.State.DONE;
        return outcome.recording(entry(command, invocation, outcome.rules(), state, said(outcome)));
    }

    /** The no that an invocation met, with what is kept of it. A line that cannot be read is no act. */
    Outcome refused(Outcome told, Invocation invocation) {
        Command command;
        try {
            command = grammar.readOwn(invocation.line());
        } catch (Refusal unreadable) {
            return told;
        }
        return refused(told, command, invocation);
    }

    /** The no that a command met, with what is kept of it. */
    Outcome refused(Outcome told, Command command, Invocation invocation) {
        return acts(command)
                ? told.recording(entry(command, invocation, told.rules(), Carried.State.REFUSED, said(told)))
                : told;
    }

    /** How an act ended; {@code pinned} is its line. */
    Entry settled(String pinned, Act act, Carried carried) {
        return settled(pinned, act.actor(), act, carried);
    }

    /** How an act ended that {@code doer} is named for; {@code pinned} is its line. */
    Entry settled(String pinned, Actor doer, Act act, Carried carried) {
        return Entry.act(doer, act.place(), pinned, act.rules(), carried.state(), carried.words());
    }

    private Entry entry(
            Command command, Invocation invocation, @Nullable String rules, Carried.State state, String words) {
        return Entry.act(invocation.actor(), invocation.place(), grammar.print(command), rules, state, words);
    }

    private boolean acts(Command command) {
        return grammar.verbOf(command).kind() == Verb.Kind.ACTS;
    }

    private static boolean asksBack(Outcome outcome) {
        return outcome.rows().isEmpty()
                && outcome.deliveries().stream()
                        .map(Delivery::card)
                        .anyMatch(card -> card instanceof Answer answer && offers(answer.actions()));
    }

    private static boolean offers(Actions actions) {
        return !actions.buttons().isEmpty() || actions.menu() != null;
    }

    private static String said(Outcome outcome) {
        return outcome.deliveries().stream()
                .map(delivery -> words(delivery.card()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String words(Card card) {
        if (card instanceof Refused refused) {
            return refused.sentences();
        }
        return card instanceof Answer answer ? answer.sentence() : "";
    }
}
