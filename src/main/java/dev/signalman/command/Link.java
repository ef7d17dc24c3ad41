package dev.signalman.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links the asker's own Semaphore token. The token is entered in a form and is never part of a line.
 *
 * @param offer the reference of the stored token; null before the form is submitted
 */
public record Link(@Nullable String offer) implements Command {
    /** The verb. */
    public static final Verb<Link> VERB = new Verb<>(
            "link",
            Verb.Kind.ACTS,
            60,
            "",
            "Links your own Semaphore token through a form; never type it in a message",
            "link",
            Link::read,
            (link, line) -> line.option("offer", link.offer()));

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static Link read(CommandArguments commandArguments) {
        var offer = commandArguments.option("offer");
        if (!commandArguments.isEmpty() || (offer != null && !ID.matcher(offer).matches())) {
            throw new Refusal(SecretRedaction.ADVICE); // does not quote the words, which may be a token
        }
        return new Link(offer);
    }
}
