package dev.signalman.command;

import java.util.List;

/**
 * What the bot says to itself when links to Semaphore were pasted: show under them how they stand.
 *
 * @param message the timestamp of the message that holds them
 * @param links as they stand in the message, entities and all; without white space
 */
public record Unfurl(String message, List<String> links) implements Command {
    /** How it is said. */
    public static final Verb<Unfurl> VERB = new Verb<>(
            "unfurl",
            Verb.Kind.INTERNAL,
            93,
            "<message> links=\"…\"",
            "Shows under links of a message how they stand",
            "unfurl 1732450000.000100 links=\"https://acme.semaphoreci.com/jobs/3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28\"",
            Unfurl::read,
            (unfurl, line) -> line.id(unfurl.message()).option("links", String.join(" ", unfurl.links())));

    /** Keeps its own copy. */
    public Unfurl {
        links = List.copyOf(links);
    }

    private static Unfurl read(CommandArguments commandArguments) {
        var links = commandArguments.option("links");
        if (links == null) {
            throw new Refusal("The links are missing.");
        }
        return new Unfurl(
                commandArguments.name("message"), List.of(links.strip().split(" +")));
    }
}
