package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.TextCard;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Verb;
import dev.signalman.domain.Actor;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ledger entries: one for every decided act, whether done, refused or unknown. Queries get none. Nor does a
 * command to which the bot replies with a question, since it is not decided yet.
 */
final class LedgerEntryFactory {
    private final Grammar grammar;

    @Inject
    LedgerEntryFactory(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The handler's outcome with its ledger entry. Entries that the handler made are kept. */
    Outcome keep(Outcome outcome, Command command, Invocation invocation) {
        if (!acts(command) || outcome.act() != null || !outcome.entries().isEmpty() || asksBack(outcome)) {
            return outcome;
        }
        var state = outcome.rows().isEmpty() ? ActResult.State.REFUSED : ActResult.State.DONE;
        return outcome.recording(entry(command, invocation, outcome.rules(), state, said(outcome)));
    }

    /** The refusal of an invocation with its ledger entry; an unreadable line gets none. */
    Outcome refused(Outcome told, Invocation invocation) {
        Command command;
        try {
            command = grammar.readOwn(invocation.line());
        } catch (Refusal unreadable) {
            return told;
        }
        return refused(told, command, invocation);
    }

    /** The refusal of a command with its ledger entry. */
    Outcome refused(Outcome told, Command command, Invocation invocation) {
        return acts(command)
                ? told.recording(entry(command, invocation, told.rules(), ActResult.State.REFUSED, said(told)))
                : told;
    }

    /** The entry of a settled act; {@code pinned} is its line. */
    LedgerEntry settled(String pinned, Act act, ActResult result) {
        return settled(pinned, act.actor(), act, result);
    }

    /** The entry of a settled act under the name of {@code doer}; {@code pinned} is its line. */
    LedgerEntry settled(String pinned, Actor doer, Act act, ActResult result) {
        return LedgerEntry.act(doer, act.place(), pinned, act.rules(), result.state(), result.words());
    }

    private LedgerEntry entry(
            Command command, Invocation invocation, @Nullable String rules, ActResult.State state, String words) {
        var place = invocation.origin() instanceof Origin.ByAgent ? null : invocation.place();
        return LedgerEntry.act(invocation.actor(), place, grammar.print(command), rules, state, words);
    }

    private boolean acts(Command command) {
        return grammar.verbOf(command).kind() == Verb.Kind.ACTS;
    }

    private static boolean asksBack(Outcome outcome) {
        return outcome.rows().isEmpty()
                && outcome.deliveries().stream()
                        .map(Delivery::card)
                        .anyMatch(card -> card instanceof TextCard textCard && offers(textCard.actions()));
    }

    private static boolean offers(CardActions actions) {
        return !actions.none();
    }

    private static String said(Outcome outcome) {
        return outcome.deliveries().stream()
                .map(delivery -> words(delivery.card()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String words(Card card) {
        if (card instanceof RefusalCard refusalCard) {
            return refusalCard.sentences();
        }
        return card instanceof TextCard textCard ? textCard.sentence() : "";
    }
}
