package dev.signalman.feature.help;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Text;
import dev.signalman.command.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The overview: what Signalman is, and every verb in a line with an example, grouped by what it does. */
final class HelpOverview {
    private static final String WHAT = "Run, watch, stop and promote Semaphore pipelines from Slack.";
    private static final String ASKING = "Questions (guests can ask too)";
    private static final String ACTING = "Actions (announced in the channel)";

    private static final int LEAST_FOR_A_HEADING = 3;

    private HelpOverview() {}

    static Card of(List<Verb<?>> verbs) {
        var rows = new ArrayList<Text>();
        grouped(verbs).forEach((heading, group) -> {
            rows.add(Text.empty().bold(heading));
            group.forEach(verb -> rows.add(row(verb)));
        });
        return new ListCard(
                WHAT + " It knows " + verbs.size() + " commands.",
                Text.of(WHAT),
                rows,
                "Type these after /semaphore, or after @Signalman in a thread. For details, try /semaphore "
                        + "help promote. A subject is a Semaphore link, an id, project or project@branch. Without one, "
                        + "this channel's project is used.",
                CardActions.NONE);
    }

    /** Groups verbs: three or more with one first word under that; others by whether they ask or act. */
    private static Map<String, List<Verb<?>>> grouped(List<Verb<?>> verbs) {
        Map<String, List<Verb<?>>> groups = new LinkedHashMap<>();
        groups.put(ASKING, new ArrayList<>());
        groups.put(ACTING, new ArrayList<>());
        for (var verb : verbs) {
            groups.computeIfAbsent(heading(verb, verbs), heading -> new ArrayList<>())
                    .add(verb);
        }
        return groups;
    }

    private static String heading(Verb<?> verb, List<Verb<?>> all) {
        var first = verb.words().split(" ", 2)[0];
        long family = all.stream()
                .filter(other -> (other.words() + " ").startsWith(first + " "))
                .count();
        if (family >= LEAST_FOR_A_HEADING) {
            return Character.toUpperCase(first.charAt(0)) + first.substring(1);
        }
        return verb.kind() == Verb.Kind.ASKS ? ASKING : ACTING;
    }

    private static Text row(Verb<?> verb) {
        // few spans, since all lines together must fit into Slack's limits (docs/slack.md, "Limits")
        return Text.empty().code(verb.pattern()).plain("  " + verb.summary() + ", e.g. " + verb.example());
    }
}
