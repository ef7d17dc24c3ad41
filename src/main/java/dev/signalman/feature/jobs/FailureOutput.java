package dev.signalman.feature.jobs;

import dev.signalman.domain.JobLog;
import dev.signalman.domain.JobLog.LoggedCommand;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of a log worth showing: the failing command's output, or else all of it.
 *
 * @param command the failing command's first line, masked; null when none failed
 * @param exitCode of that command; 0 when none failed
 * @param alone whether {@code end} is that command's output only
 * @param end the last lines
 * @param trimmed whether Semaphore cut the log before any command failed, so the cause is missing
 */
record FailureOutput(@Nullable String command, int exitCode, boolean alone, LogSnippet end, boolean trimmed) {
    /** Exit code of a stopped command (docs/semaphore.md, "Jobs and logs"). */
    static final int STOPPED = 130;

    private static final int MOST_OF_COMMAND = 80;

    static FailureOutput of(JobLog log) {
        for (var command : log.commands()) {
            int code = Objects.requireNonNullElse(command.exitCode(), 0);
            if (code != 0) {
                return failing(command, code, log.commands());
            }
        }
        return new FailureOutput(null, 0, false, LogSnippet.of(together(log.commands())), log.cut());
    }

    /** The exit code of the command that failed; null when none did. */
    @Nullable
    Integer exit() {
        return failed() ? exitCode : null;
    }

    /** Whether a command failed and was not merely stopped. */
    boolean failed() {
        return command != null && exitCode != STOPPED;
    }

    private static FailureOutput failing(LoggedCommand failing, int code, List<LoggedCommand> all) {
        var name = named(failing.directive());
        var own = LogSnippet.of(failing.output());
        return own.body().isEmpty()
                ? new FailureOutput(
                        name, code, false, LogSnippet.of(together(all.subList(0, all.indexOf(failing) + 1))), false)
                : new FailureOutput(name, code, true, own, false);
    }

    private static String together(List<LoggedCommand> commands) {
        return commands.stream()
                .map(command -> (command.directive().isEmpty() ? "" : "$ " + command.directive() + "\n")
                        + command.output().stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String named(String directive) {
        var line = SecretMask.mask(TerminalOutput.show(directive))
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        if (line.length() <= MOST_OF_COMMAND) {
            return line;
        }
        int cut = MOST_OF_COMMAND - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }
}
