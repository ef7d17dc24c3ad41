package dev.signalman.journal;

import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Verb;
import jakarta.inject.Inject;

/** Knows it from the grammar. */
final class GrammarWording implements Wording {
    private final Grammar grammar;

    @Inject
    GrammarWording(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public String print(Command command) {
        return grammar.print(command);
    }

    @Override
    public boolean acts(String line) {
        try {
            return grammar.verbOf(grammar.read(line)).kind() == Verb.Kind.ACTS;
        } catch (Refusal unreadable) {
            return false; // whoever works on it says why
        }
    }
}
