package dev.signalman.command;

/** Asks for the tasks of a project. */
public record ListTasks(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<ListTasks> VERB = new Verb<>(
            "tasks",
            Verb.Kind.ASKS,
            23,
            "[project]",
            "The tasks of a project, with their schedules",
            "tasks web",
            commandArguments -> new ListTasks(commandArguments.projectOrUnsaid()),
            (tasks, line) -> line.subject(tasks.subject()));
}
