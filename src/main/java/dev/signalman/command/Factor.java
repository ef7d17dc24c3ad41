package dev.signalman.command;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the asker's second factor, confirms, replaces or removes it, or vouches for somebody else's. Its key and its
 * codes are never part of a line.
 *
 * @param person whose factor it is; null for the asker's own
 */
public record Factor(Step step, @Nullable String person) implements Command, KeepsCardButtons {
    /** What is done. */
    public enum Step {
        /** Shows how it stands; without a factor, sets one up. */
        SHOW,
        /** Sets up another one. */
        REPLACE,
        /** Gives the first code of the new one, in a form. */
        CONFIRM,
        REMOVE,
        /** Confirms that another person's new factor is theirs. */
        VOUCH
    }

    /** The verb. */
    public static final Verb<Factor> VERB = new Verb<>(
            "factor",
            Verb.Kind.ACTS,
            62,
            "[replace | confirm | remove | vouch <person>]",
            "Sets up your second factor, which some rules need for approvals and break-glass",
            "factor",
            Factor::read,
            Factor::print);

    private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]{2,40}");

    /** The asker's own factor. */
    public static Factor own(Step step) {
        return new Factor(step, null);
    }

    /** Another person's factor. */
    public static Factor of(String userId) {
        return new Factor(Step.VOUCH, userId);
    }

    private static Factor read(CommandArguments commandArguments) {
        for (var step : Step.values()) {
            if (step != Step.SHOW && commandArguments.next(word(step))) {
                return step == Step.VOUCH ? of(person(commandArguments.name("person"))) : own(step);
            }
        }
        return own(Step.SHOW);
    }

    private static String person(String said) {
        var id = said.startsWith("@") ? said.substring(1) : said;
        if (!PERSON.matcher(id).matches()) {
            throw new Refusal("Name the person with @, so that Slack fills in who it is.");
        }
        return id;
    }

    private static void print(Factor factor, LineBuilder line) {
        if (factor.step() != Step.SHOW) {
            line.keyword(word(factor.step())).name(factor.person());
        }
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
