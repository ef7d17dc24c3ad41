package dev.signalman.command;

import java.util.List;

/**
 * The bot's own command for links to Semaphore in a message: shows the state of their subjects under them.
 *
 * @param message the timestamp of the message
 * @param links as in the message, with HTML entities; without white space
 */
public record Unfurl(String message, List<String> links) implements Command {
    /** The verb. */
    public static final Verb<Unfurl> VERB = new Verb<>(
            "unfurl",
            Verb.Kind.INTERNAL,
            93,
            "<message> links=\"…\"",
            "Previews the Semaphore links of a message",
            "unfurl 1732450000.000100 links=\"https://acme.semaphoreci.com/jobs/3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28\"",
            Unfurl::read,
            (unfurl, line) -> line.id(unfurl.message()).option("links", String.join(" ", unfurl.links())));

    /** Copies the list. */
    public Unfurl {
        links = List.copyOf(links);
    }

    private static Unfurl read(CommandArguments commandArguments) {
        var links = commandArguments.option("links");
        if (links == null) {
            throw new Refusal("links= is missing.");
        }
        return new Unfurl(
                commandArguments.name("message"), List.of(links.strip().split(" +")));
    }
}
