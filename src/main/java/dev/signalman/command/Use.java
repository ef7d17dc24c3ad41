package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Sets this channel's project, and perhaps its branch, for commands that name none; a null {@code project} clears it.
 */
public record Use(@Nullable String project, @Nullable String branch) implements Command {
    /** The verb. */
    public static final Verb<Use> VERB = new Verb<>(
            "use",
            Verb.Kind.ACTS,
            12,
            "<project[@branch]>, or: use nothing",
            "Sets this channel's default project",
            "use web@main",
            Use::read,
            (use, line) -> print(use, line));

    private static Use read(CommandArguments commandArguments) {
        if (commandArguments.next("nothing")) {
            return new Use(null, null);
        }
        var project = commandArguments.project();
        if (project == null) {
            throw new Refusal("Which project?");
        }
        return new Use(project.project(), project.branch());
    }

    private static void print(Use use, LineBuilder line) {
        if (use.project() == null) {
            line.keyword("nothing");
        } else {
            line.project(use.project(), use.branch());
        }
    }
}
