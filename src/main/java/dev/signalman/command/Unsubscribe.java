package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Ends subscriptions of this channel to a project.
 *
 * @param branch as given in the subscription; null for all subscriptions to the project
 * @param only the id of one subscription, from a button; null for all
 */
public record Unsubscribe(
        String project, @Nullable String branch, @Nullable String only) implements Command {
    /** The verb. */
    public static final Verb<Unsubscribe> VERB = new Verb<>(
            "unsubscribe",
            Verb.Kind.ACTS,
            51,
            "<project[@branch]>",
            "Stops build results of a project, or of one branch, in this channel",
            "unsubscribe web@main",
            Unsubscribe::read,
            (unsubscribe, line) ->
                    line.project(unsubscribe.project(), unsubscribe.branch()).option("only", unsubscribe.only()));

    private static Unsubscribe read(CommandArguments commandArguments) {
        var project = commandArguments.project();
        if (project == null) {
            throw new Refusal("Which project?");
        }
        return new Unsubscribe(project.project(), project.branch(), commandArguments.option("only"));
    }
}
