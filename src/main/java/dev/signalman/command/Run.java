package dev.signalman.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Starts a workflow.
 *
 * @param subject a project, perhaps with a branch, tag or pull request; or {@link Subject.Unsaid}
 * @param file path of the pipeline file; null for the project's default
 * @param commit forty hexadecimal digits in lower case; null for the branch's newest
 * @param parameters in the order given
 */
public record Run(
        Subject subject, @Nullable String file, @Nullable String commit, Map<String, String> parameters)
        implements Command {
    /** The verb. */
    public static final Verb<Run> VERB = new Verb<>(
            "run",
            Verb.Kind.ACTS,
            30,
            "[project[@ref]] [file=path] [commit=sha] [NAME=value …]",
            "Starts a workflow",
            "run web@main file=.semaphore/nightly.yml LEVEL=full",
            Run::read,
            Run::print);

    private static final Set<String> OPTIONS = Set.of("file", "commit");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");

    /** Copies the parameters. */
    public Run {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    private static Run read(CommandArguments commandArguments) {
        var commit = commandArguments.option("commit");
        if (commit != null && !COMMIT.matcher(commit).matches()) {
            throw new Refusal(QuotedText.of(commit)
                    + " isn't a full commit SHA. Use all 40 characters: with fewer, Semaphore silently runs the "
                    + "newest commit.");
        }
        var file = commandArguments.option("file");
        return new Run(
                commandArguments.projectOrUnsaid(),
                file,
                commit == null ? null : commit.toLowerCase(Locale.ROOT),
                commandArguments.parameters(Set.of()));
    }

    private static void print(Run run, LineBuilder line) {
        line.subject(run.subject())
                .option("file", run.file())
                .option("commit", run.commit())
                .parameters(run.parameters(), OPTIONS);
    }
}
