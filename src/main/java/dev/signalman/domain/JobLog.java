package dev.signalman.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job's output, command by command. A plain-text log is one command with an empty directive.
 *
 * @param commands in the order they ran
 * @param cut whether the log grew too big and Semaphore keeps only its beginning (docs/semaphore.md, "Logs")
 */
public record JobLog(List<LoggedCommand> commands, boolean cut) {
    /** A complete log. */
    public JobLog(List<LoggedCommand> commands) {
        this(commands, false);
    }

    /**
     * One command and its output.
     *
     * @param output as printed, including control sequences
     * @param exitCode null while it runs; 130 means that it was stopped
     */
    public record LoggedCommand(
            String directive,
            String output,
            @Nullable Integer exitCode,
            @Nullable Instant started,
            @Nullable Instant finished) {}
}
