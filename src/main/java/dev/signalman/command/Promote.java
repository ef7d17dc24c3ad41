package dev.signalman.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Promotes a pipeline. {@code promote <promotion> [subject]} and {@code promote <subject> to <promotion>} are
 * equivalent; without {@code to} the first word is the promotion, and the other words may be in any order.
 *
 * @param parameters in the order they were given
 * @param override whether to promote although the pipeline has not passed
 * @param again whether to promote although the pipeline was promoted this way before
 * @param breakGlass whether to break the glass, which the rules allow to certain people; requires a reason
 * @param because the reason given, if any
 * @param scheduled when it goes; null for at once
 */
public record Promote(
        String promotion,
        Subject subject,
        Map<String, String> parameters,
        boolean override,
        boolean again,
        boolean breakGlass,
        @Nullable String because,
        @Nullable ScheduledTime scheduled)
        implements Command {
    /** The verb. */
    public static final Verb<Promote> VERB = new Verb<>(
            "promote",
            Verb.Kind.ACTS,
            34,
            "<promotion> [subject] [NAME=value …] [at 9:00 | after the freeze] [override] [again] [break-glass] [because …]",
            "Promotes a pipeline; also: promote <subject> to <promotion>",
            "promote production web@main VERSION=v2",
            Promote::read,
            Promote::print);

    /** Names that have a meaning in Semaphore's request (docs/semaphore.md, "Promotions"). */
    private static final Set<String> RESERVED =
            Set.of("switch_id", "name", "user_id", "override", "request_token", "pipeline_id");

    /**
     * Copies the parameters.
     *
     * @throws IllegalArgumentException when the glass is broken without a reason, or at a set time
     */
    public Promote {
        if (breakGlass && because == null) {
            throw new IllegalArgumentException("Break-glass without a reason");
        }
        if (breakGlass && scheduled != null) {
            throw new IllegalArgumentException("Break-glass at a set time");
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A promotion that goes at once and does not break the glass. */
    public Promote(
            String promotion,
            Subject subject,
            Map<String, String> parameters,
            boolean override,
            boolean again,
            @Nullable String because) {
        this(promotion, subject, parameters, override, again, false, because, null);
    }

    /** A copy with another promotion and subject. */
    public Promote of(String otherPromotion, Subject other) {
        return new Promote(otherPromotion, other, parameters, override, again, breakGlass, because, scheduled);
    }

    /** A copy that is, or is not, repeated although the pipeline was promoted this way before. */
    public Promote repeated(boolean repeat) {
        return new Promote(promotion, subject, parameters, override, repeat, breakGlass, because, scheduled);
    }

    /** The parameters, each as {@code NAME=value}, in the order given. */
    public List<String> assignments() {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    /** A copy with other parameters. */
    public Promote with(Map<String, String> others) {
        return new Promote(promotion, subject, others, override, again, breakGlass, because, scheduled);
    }

    /** A copy that goes then, or at once for null. */
    public Promote goingAt(@Nullable ScheduledTime time) {
        return new Promote(promotion, subject, parameters, override, again, breakGlass, because, time);
    }

    /** A copy that goes at once, does not break the glass and has no reason. */
    public Promote bare() {
        return new Promote(promotion, subject, parameters, override, again, null);
    }

    /** A copy that breaks the glass, so it goes at once. */
    public Promote breakingGlass(String reason) {
        return new Promote(promotion, subject, parameters, override, again, true, reason, null);
    }

    private static Promote read(CommandArguments commandArguments) {
        boolean override = commandArguments.flag("override");
        boolean again = commandArguments.flag("again");
        boolean breakGlass = commandArguments.flag("break-glass");
        var scheduled = commandArguments.scheduledTime("promotion");
        var after = commandArguments.nameAfter("to", "promotion");
        var promotion = after == null ? commandArguments.name("promotion") : after;
        var subject = commandArguments.subject();
        var parameters = commandArguments.parameters(RESERVED);
        var because = commandArguments.reason();
        if (breakGlass && because == null) {
            throw new Refusal("Break-glass needs a reason, which everyone in the channel will see. End the line with: "
                    + "break-glass because <reason>.");
        }
        if (breakGlass && scheduled != null) {
            throw new Refusal("Break-glass goes at once, so it can't wait for a time. Leave out \"break-glass\" or \""
                    + scheduled.print() + "\".");
        }
        return new Promote(promotion, subject, parameters, override, again, breakGlass, because, scheduled);
    }

    private static void print(Promote promote, LineBuilder line) {
        line.name(promote.promotion())
                .subject(promote.subject())
                .parameters(promote.parameters(), Set.of())
                .scheduled(promote.scheduled())
                .flag("override", promote.override())
                .flag("again", promote.again())
                .flag("break-glass", promote.breakGlass())
                .because(promote.because());
    }
}
