package dev.signalman.engine.inbox;

import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.KeepsCardButtons;
import dev.signalman.command.NeedsNoSemaphore;
import dev.signalman.command.Refusal;
import dev.signalman.command.Verb;
import jakarta.inject.Inject;

/** Classifies lines by the grammar. */
public final class GrammarLineClassifier implements LineClassifier {
    private final Grammar grammar;

    @Inject
    GrammarLineClassifier(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public String print(Command command) {
        return grammar.print(command);
    }

    @Override
    public boolean disarms(String line) {
        try {
            var command = grammar.read(line);
            return grammar.verbOf(command).kind() == Verb.Kind.ACTS && !(command instanceof KeepsCardButtons);
        } catch (Refusal unreadable) {
            return false; // the worker reports why
        }
    }

    @Override
    public boolean needsNoSemaphore(String line) {
        try {
            return grammar.read(line) instanceof NeedsNoSemaphore;
        } catch (Refusal unreadable) {
            return true;
        }
    }
}
