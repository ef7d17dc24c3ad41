package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Ends what this channel hears of a project.
 *
 * @param branch as it was written when it was subscribed to; null for whatever there is of the project
 * @param only one subscription by its id, as a button names it; null for all of them
 */
public record Unsubscribe(
        String project, @Nullable String branch, @Nullable String only) implements Command {
    /** How it is said. */
    public static final Verb<Unsubscribe> VERB = new Verb<>(
            "unsubscribe",
            Verb.Kind.ACTS,
            51,
            "<project[@branch]>",
            "Ends what this channel hears of a project, or of one of its branches",
            "unsubscribe web@main",
            Unsubscribe::read,
            (unsubscribe, line) ->
                    line.project(unsubscribe.project(), unsubscribe.branch()).option("only", unsubscribe.only()));

    private static Unsubscribe read(CommandArguments commandArguments) {
        var project = commandArguments.project();
        if (project == null) {
            throw new Refusal("The name of a project is missing.");
        }
        return new Unsubscribe(project.project(), project.branch(), commandArguments.option("only"));
    }
}
