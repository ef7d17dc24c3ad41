package dev.signalman.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Asks which rules a promotion would meet now, and changes nothing.
 *
 * @param parameters in the order they were given
 * @param override as though the pipeline's state were to be overridden
 */
public record Why(String promotion, Subject subject, Map<String, String> parameters, boolean override)
        implements Command {
    /** How it is said. */
    public static final Verb<Why> VERB = new Verb<>(
            "why",
            Verb.Kind.ASKS,
            28,
            "<promotion> [subject] [NAME=value …] [override]",
            "Every rule of a promotion: met or not, and who could meet it",
            "why production web@main",
            Why::read,
            Why::print);

    /** Keeps its own copy. */
    public Why {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    private static Why read(CommandArguments commandArguments) {
        boolean override = commandArguments.flag("override");
        return new Why(
                commandArguments.name("promotion"),
                commandArguments.subject(),
                commandArguments.parameters(Set.of()),
                override);
    }

    private static void print(Why why, LineBuilder line) {
        line.name(why.promotion())
                .subject(why.subject())
                .parameters(why.parameters(), Set.of())
                .flag("override", why.override());
    }
}
