package dev.signalman.feature.help;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Help;
import dev.signalman.command.Verb;
import java.util.ArrayList;
import java.util.List;

/** Explains one verb: usage, effect, example, and each word of its usage. */
final class VerbHelp {
    private static final int MOST_RELATED = 4;

    private VerbHelp() {}

    static Card of(Verb<?> verb, List<Verb<?>> family) {
        var lines = new ArrayList<Text>();
        lines.add(Text.empty().code(verb.pattern()));
        lines.add(Text.of(verb.summary() + "."));
        lines.add(Text.of("For example: ").code("/semaphore " + verb.example()));
        UsageWord.in(verb).forEach(word -> lines.add(word.line()));
        return new TextCard(
                verb.pattern() + ": " + verb.summary() + ". For example: " + verb.example(),
                lines,
                List.of(
                        verb.kind() == Verb.Kind.ASKS
                                ? "It only asks: the answer is for your eyes, and nothing is changed."
                                : "It changes something, so the channel is told; guests may not."),
                CardActions.of(related(family)));
    }

    private static List<Button> related(List<Verb<?>> family) {
        var buttons = new ArrayList<Button>();
        family.stream()
                .limit(MOST_RELATED)
                .forEach(verb -> buttons.add(Button.of("Help " + verb.words(), new Help(verb.words()))));
        buttons.add(Button.of("All verbs", new Help(null)));
        return buttons;
    }
}
