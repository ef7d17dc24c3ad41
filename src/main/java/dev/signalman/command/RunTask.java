package dev.signalman.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task now.
 *
 * @param task its name, or its id where it is pinned
 * @param subject the task's project, perhaps with a branch or tag to run instead of the task's own; or
 *     {@link Subject.Unsaid}
 * @param file path of the pipeline file; null for the task's own
 * @param parameters in the order given
 */
public record RunTask(
        String task, Subject subject, @Nullable String file, Map<String, String> parameters) implements Command {
    /** The verb. */
    public static final Verb<RunTask> VERB = new Verb<>(
            "task run",
            Verb.Kind.ACTS,
            30,
            "<task> [project[@ref]] [file=path] [NAME=value …]",
            "Runs a task now",
            "task run nightly web LEVEL=full",
            commandArguments -> new RunTask(
                    commandArguments.name("task"),
                    commandArguments.projectOrUnsaid(),
                    commandArguments.option("file"),
                    commandArguments.parameters(Set.of())),
            (command, line) -> line.id(command.task())
                    .subject(command.subject())
                    .option("file", command.file())
                    .parameters(command.parameters(), Set.of("file")));

    /** Copies the parameters. */
    public RunTask {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
