package dev.signalman.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job printed, command by command; a log that came as plain text is one command without a directive.
 *
 * @param commands in the order they ran
 * @param cut whether Semaphore keeps its beginning alone, since it grew too big (docs/semaphore.md, "Logs")
 */
public record JobLog(List<LoggedCommand> commands, boolean cut) {
    /** A log that is whole. */
    public JobLog(List<LoggedCommand> commands) {
        this(commands, false);
    }

    /**
     * One command and its output.
     *
     * @param output as printed, control sequences and all
     * @param exitCode null while it runs; 130 means it was stopped
     */
    public record LoggedCommand(
            String directive,
            String output,
            @Nullable Integer exitCode,
            @Nullable Instant started,
            @Nullable Instant finished) {}
}
