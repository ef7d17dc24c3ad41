package dev.signalman.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Promotes a pipeline. {@code promote <promotion> [subject]} and {@code promote <subject> to <promotion>} mean the same; without {@code to} the
 * first word is the promotion, and what follows it may come in any order.
 *
 * @param parameters in the order they were given
 * @param override promote though the pipeline is not passed
 * @param again promote though this promotion went through on this pipeline before
 * @param because the reason given, if any
 */
public record Promote(
        String promotion,
        Subject subject,
        Map<String, String> parameters,
        boolean override,
        boolean again,
        @Nullable String because)
        implements Command {
    /** How it is said. */
    public static final Verb<Promote> VERB = new Verb<>(
            "promote",
            Verb.Kind.ACTS,
            34,
            "<promotion> [subject] [NAME=value …] [override] [again] [because …]",
            "Promotes a pipeline; also: promote <subject> to <promotion>",
            "promote production web@main VERSION=v2",
            Promote::read,
            Promote::print);

    /** Names that Semaphore gives a meaning of its own in the request (docs/semaphore.md, "Promotions"). */
    private static final Set<String> RESERVED =
            Set.of("switch_id", "name", "user_id", "override", "request_token", "pipeline_id");

    /** Keeps its own copy. */
    public Promote {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    private static Promote read(Words words) {
        boolean override = words.flag("override");
        boolean again = words.flag("again");
        var after = words.nameAfter("to", "promotion");
        var promotion = after == null ? words.name("promotion") : after;
        return new Promote(promotion, words.subject(), words.parameters(RESERVED), override, again, words.reason());
    }

    private static void print(Promote promote, Line line) {
        line.name(promote.promotion())
                .subject(promote.subject())
                .parameters(promote.parameters(), Set.of())
                .flag("override", promote.override())
                .flag("again", promote.again())
                .because(promote.because());
    }
}
