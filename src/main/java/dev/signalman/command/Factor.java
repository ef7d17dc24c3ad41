package dev.signalman.command;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the asker's second factor, confirms, replaces or removes it, or vouches for somebody else's. Its key, its codes
 * and its passkey are never part of a line.
 *
 * @param person whose factor it is; null for the asker's own
 * @param kind null for an authenticator app, or where nothing else is said, for whatever there is
 */
public record Factor(
        Step step, @Nullable String person, @Nullable Kind kind) implements Command, KeepsCardButtons {
    /** How a factor proves its owner. */
    public enum Kind {
        /** By the codes of an authenticator app. */
        CODE,
        /** By a passkey, on the bot's own page. */
        PASSKEY
    }

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
            "[passkey | replace | confirm | remove | vouch <person>] [code | passkey]",
            "Sets up your second factor, which some rules need for approvals and break-glass",
            "factor",
            Factor::read,
            Factor::print);

    private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]{2,40}");

    /** The asker's own factor. */
    public static Factor own(Step step) {
        return own(step, null);
    }

    /** The asker's own factor of a kind. */
    public static Factor own(Step step, @Nullable Kind kind) {
        return new Factor(step, null, kind);
    }

    /** Another person's factor. */
    public static Factor of(String userId, @Nullable Kind kind) {
        return new Factor(Step.VOUCH, userId, kind);
    }

    private static Factor read(CommandArguments commandArguments) {
        if (commandArguments.next(word(Kind.PASSKEY))) {
            return own(Step.REPLACE, Kind.PASSKEY);
        }
        for (var step : Step.values()) {
            if (step != Step.SHOW && commandArguments.next(word(step))) {
                var person = step == Step.VOUCH ? person(commandArguments.name("person")) : null;
                return new Factor(step, person, kind(commandArguments));
            }
        }
        return own(Step.SHOW);
    }

    private static @Nullable Kind kind(CommandArguments commandArguments) {
        for (var kind : Kind.values()) {
            if (commandArguments.next(word(kind))) {
                return kind;
            }
        }
        return null;
    }

    private static String person(String said) {
        var id = said.startsWith("@") ? said.substring(1) : said;
        if (!PERSON.matcher(id).matches()) {
            throw new Refusal("Name the person with @, so that Slack fills in who it is.");
        }
        return id;
    }

    private static void print(Factor factor, LineBuilder line) {
        if (factor.step() == Step.REPLACE && factor.kind() == Kind.PASSKEY) {
            line.keyword(word(Kind.PASSKEY));
        } else if (factor.step() != Step.SHOW) {
            line.keyword(word(factor.step())).name(factor.person());
            if (factor.kind() != null) {
                line.keyword(word(factor.kind()));
            }
        }
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
