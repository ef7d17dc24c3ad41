package dev.signalman.feature.help;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.command.Help;
import dev.signalman.command.ListApprovals;
import dev.signalman.command.ListProjects;
import dev.signalman.command.Verb;
import java.util.List;

/** The first help: the verbs that people use most, an example of each, and buttons for the rest. */
final class ShortHelp {
    /** What is shown, in order: the simplest line of each verb. One screen of a phone has room for eight. */
    static final List<String> SHOWN = List.of(
            "status web",
            "run web",
            "rebuild web",
            "logs web",
            "promote production web",
            "why production web",
            "approvals",
            "subscribe web");

    private static final String WHAT = "Signalman runs, watches and promotes your Semaphore pipelines from Slack.";

    private ShortHelp() {}

    static Card of(List<Verb<?>> verbs) {
        List<Button> choices = verbs.stream()
                .map(verb -> Button.of(verb.words(), new Help(verb.words())))
                .toList();
        return new ListCard(
                WHAT + " Try \"status\", \"run\" or \"promote\"; \"help all\" lists all " + verbs.size() + " commands.",
                Text.of(WHAT),
                SHOWN.stream()
                        .map(line -> Text.empty().code("/semaphore " + line).plain("  " + summary(line, verbs)))
                        .toList(),
                "In a card's thread, write @Signalman instead of /semaphore: the command is about that card then.",
                new CardActions(
                        List.of(
                                Button.of("All commands", Help.all()),
                                Button.of("Projects", new ListProjects()),
                                Button.of("Waiting for approval", new ListApprovals())),
                        new Menu("Explain …", choices)));
    }

    private static String summary(String line, List<Verb<?>> verbs) {
        var words = line.split(" ", 2)[0];
        return verbs.stream()
                .filter(verb -> verb.words().equals(words))
                .map(Verb::summary)
                .findFirst()
                .orElseThrow();
    }
}
