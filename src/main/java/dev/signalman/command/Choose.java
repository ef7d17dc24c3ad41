package dev.signalman.command;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for buttons to choose from: the promotions of a project, or the projects. A verb that is typed alone asks for the
 * same.
 *
 * @param verb one of {@link #VERBS}
 * @param project null for the channel's project
 */
public record Choose(String verb, @Nullable String project) implements Command {
    /** The verbs that take a promotion, and the one that takes a project. */
    public static final Set<String> VERBS = Set.of("promote", "why", "lock", "history", "use");

    /** The verb. */
    public static final Verb<Choose> VERB = new Verb<>(
            "choose",
            Verb.Kind.ASKS,
            14,
            "<verb> [project]",
            "Offers what can be promoted, locked or explained; \"promote\" alone does the same",
            "choose promote web",
            Choose::read,
            (choose, line) -> line.keyword(choose.verb()).project(choose.project(), null));

    private static Choose read(CommandArguments commandArguments) {
        var verb = commandArguments.name("verb").toLowerCase(Locale.ROOT);
        if (!VERBS.contains(verb)) {
            throw new Refusal(
                    "You can choose for promote, why, lock, history and use, not for " + QuotedText.of(verb) + ".");
        }
        return new Choose(verb, commandArguments.projectAlone());
    }
}
