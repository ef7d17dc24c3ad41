package dev.signalman.feature.help;

import dev.signalman.card.Card;
import dev.signalman.command.Grammar;
import dev.signalman.command.Help;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.command.Verb;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.NearestName;
import jakarta.inject.Inject;
import java.util.List;

/** Explains the most used verbs, all verbs, or one in detail, from the verbs' own definitions. */
final class HelpHandler implements Handler<Help> {
    private final Grammar grammar;

    @Inject
    HelpHandler(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public Outcome handle(Help command, Invocation invocation) {
        var words = command.verb();
        if (words == null) {
            return Outcome.answer(ShortHelp.of(grammar.verbs()));
        }
        return Outcome.answer(words.equals(Help.ALL) ? HelpOverview.of(grammar.verbs()) : one(words));
    }

    private Card one(String words) {
        var verb = grammar.verb(words).orElseThrow(() -> unknown(words));
        var family = grammar.verbs().stream()
                .filter(other -> other.words().startsWith(words + " "))
                .toList();
        return VerbHelp.of(verb, family);
    }

    private Refusal unknown(String words) {
        List<Suggestion> nearest = NearestName.of(
                        words, grammar.verbs().stream().map(Verb::words).toList(), 3)
                .stream()
                .map(near -> new Suggestion("help " + near, new Help(near)))
                .toList();
        return new Refusal(
                "Unknown command \"" + words + "\"."
                        + (nearest.isEmpty() ? " /semaphore help lists all commands." : ""),
                nearest);
    }
}
