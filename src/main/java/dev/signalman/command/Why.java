package dev.signalman.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Asks which rules a promotion would meet now.
 *
 * @param parameters in the order given
 * @param override whether to check a promotion with {@code override}
 */
public record Why(String promotion, Subject subject, Map<String, String> parameters, boolean override)
        implements Command {
    /** The verb. */
    public static final Verb<Why> VERB = new Verb<>(
            "why",
            Verb.Kind.ASKS,
            28,
            "<promotion> [subject] [NAME=value …] [override]",
            "Explains what a promotion needs: each rule, met or not, and who can meet it",
            "why production web@main",
            Why::read,
            Why::print);

    /** Copies the parameters. */
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
