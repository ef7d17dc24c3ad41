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
import java.util.regex.Pattern;

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
                                ? "Changes nothing. Only you see the answer."
                                : "Changes something, so it is announced in the channel. Not for guests."),
                CardActions.of(related(family)));
    }

    private static List<Button> related(List<Verb<?>> family) {
        var buttons = new ArrayList<Button>();
        family.stream()
                .limit(MOST_RELATED)
                .forEach(verb -> buttons.add(Button.of("Help " + verb.words(), new Help(verb.words()))));
        buttons.add(Button.of("All commands", Help.all()));
        return buttons;
    }

    /**
     * A word that usages are made of.
     *
     * @param shown as it is explained
     * @param sought how it looks in a usage
     * @param meaning what it stands for
     */
    private record UsageWord(String shown, Pattern sought, String meaning) {
        private static final List<UsageWord> ALL = List.of(
                word(
                        "subject",
                        "subject|job or pipeline",
                        "a Semaphore link, an id, project or project@branch; default: this channel's project, or in "
                                + "a card's thread that card's pipeline"),
                word("project", "project", "a project's name, as /semaphore projects lists it"),
                word(
                        "@branch",
                        "@branch|@ref",
                        "a branch, refs/tags/v1.2 or pull-request-7; default: the default branch"),
                word(
                        "promotion",
                        "<promotion>",
                        "a promotion's name, as in the pipeline file; quote it if it has spaces"),
                word("file=", "file=", "the path of a pipeline file, such as file=.semaphore/nightly.yml"),
                word("commit=", "commit=", "a full commit SHA; default: the newest of the branch"),
                word("NAME=value", "NAME=value", "a parameter; repeat for more, and quote a value that has spaces"),
                word("since=", "since=", "only newer ones: 30m, 2d, 1w, or a date such as 2026-11-24"),
                word("until=", "until=", "only older ones"),
                word("override", "override", "promote although the pipeline has not passed, if your admin lets you"),
                word("again", "again", "promote although this pipeline was promoted there before"),
                word(
                        "break-glass",
                        "\\[break-glass\\]",
                        "skip the approvals, with a reason that everyone sees, if the rule names you"),
                word("because …", "because", "your reason: the rest of the line"),
                word("type", "<type>", "an agent type's name, as /semaphore agents lists it"),
                word("all", "\\[all\\]", "also agents that are running a job; their jobs are stopped"));

        static List<UsageWord> in(Verb<?> verb) {
            return ALL.stream()
                    .filter(word -> word.sought().matcher(verb.usage()).find())
                    .toList();
        }

        Text line() {
            return Text.empty().code(shown).plain("  " + meaning);
        }

        private static UsageWord word(String shown, String sought, String meaning) {
            return new UsageWord(shown, Pattern.compile(sought), meaning);
        }
    }
}
