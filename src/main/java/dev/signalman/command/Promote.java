package dev.signalman.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Promotes a pipeline. {@code promote <promotion> [subject]} and {@code promote <subject> to <promotion>} mean the same; without {@code to} the
 * first word is the promotion, and what follows it may come in any order.
 *
 * @param parameters in the order they were given
 * @param override promote though the pipeline is not passed
 * @param again promote though this promotion went through on this pipeline before
 * @param breakGlass go ahead alone, by those whom the rules name for that; never without a reason
 * @param because the reason given, if any
 */
public record Promote(
        String promotion,
        Subject subject,
        Map<String, String> parameters,
        boolean override,
        boolean again,
        boolean breakGlass,
        @Nullable String because)
        implements Command {
    /** How it is said. */
    public static final Verb<Promote> VERB = new Verb<>(
            "promote",
            Verb.Kind.ACTS,
            34,
            "<promotion> [subject] [NAME=value …] [override] [again] [break-glass] [because …]",
            "Promotes a pipeline; also: promote <subject> to <promotion>",
            "promote production web@main VERSION=v2",
            Promote::read,
            Promote::print);

    /** Names that Semaphore gives a meaning of its own in the request (docs/semaphore.md, "Promotions"). */
    private static final Set<String> RESERVED =
            Set.of("switch_id", "name", "user_id", "override", "request_token", "pipeline_id");

    /**
     * Keeps its own copy.
     *
     * @throws IllegalArgumentException when the glass is broken for no reason
     */
    public Promote {
        if (breakGlass && because == null) {
            throw new IllegalArgumentException("The glass is broken for no reason");
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The ordinary way, with the glass whole. */
    public Promote(
            String promotion,
            Subject subject,
            Map<String, String> parameters,
            boolean override,
            boolean again,
            @Nullable String because) {
        this(promotion, subject, parameters, override, again, false, because);
    }

    /** The same of what is meant by another subject. */
    public Promote of(Subject other) {
        return new Promote(promotion, other, parameters, override, again, breakGlass, because);
    }

    /** Its parameters as people read them, {@code NAME=value} each, in the order they were given. */
    public List<String> assignments() {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    /** The same with other parameters. */
    public Promote with(Map<String, String> others) {
        return new Promote(promotion, subject, others, override, again, breakGlass, because);
    }

    /** The same in the ordinary way, and for no reason that was given. */
    public Promote bare() {
        return new Promote(promotion, subject, parameters, override, again, null);
    }

    /** The same, going ahead alone. */
    public Promote breakingGlass(String reason) {
        return new Promote(promotion, subject, parameters, override, again, true, reason);
    }

    private static Promote read(CommandArguments commandArguments) {
        boolean override = commandArguments.flag("override");
        boolean again = commandArguments.flag("again");
        boolean breakGlass = commandArguments.flag("break-glass");
        var after = commandArguments.nameAfter("to", "promotion");
        var promotion = after == null ? commandArguments.name("promotion") : after;
        var subject = commandArguments.subject();
        var parameters = commandArguments.parameters(RESERVED);
        var because = commandArguments.reason();
        if (breakGlass && because == null) {
            throw new Refusal("Whoever breaks the glass says why, and everybody is told. End the line with: break-glass"
                    + " because, and the reason.");
        }
        return new Promote(promotion, subject, parameters, override, again, breakGlass, because);
    }

    private static void print(Promote promote, LineBuilder line) {
        line.name(promote.promotion())
                .subject(promote.subject())
                .parameters(promote.parameters(), Set.of())
                .flag("override", promote.override())
                .flag("again", promote.again())
                .flag("break-glass", promote.breakGlass())
                .because(promote.because());
    }
}
