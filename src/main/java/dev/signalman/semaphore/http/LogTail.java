package dev.signalman.semaphore.http;

import dev.signalman.domain.JobLog;
import dev.signalman.domain.JobLog.LoggedCommand;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Assembles a log from its events and keeps the end. Semaphore cuts output into arbitrary chunks, so they are joined.
 */
final class LogTail {
    /** Counted per command, so a log of very many silent commands is bounded too. */
    private static final int EACH_COMMAND = 64;

    /** Last output of a log that grew too big; no command ends after it (docs/semaphore.md, "Logs"). */
    private static final String TRIMMED = "Content of the log is bigger than 16MB. Log is trimmed.";

    private final int kept;
    private final ArrayDeque<Command> commands = new ArrayDeque<>();
    private long size;

    /** Keeps about {@code kept} characters. */
    LogTail(int kept) {
        this.kept = kept;
    }

    void begin(String directive, @Nullable Instant started) {
        var command = new Command(directive);
        command.started = started;
        commands.add(command);
        size += command.overhead();
        trimAt(2L * kept);
    }

    void print(String output) {
        if (commands.isEmpty()) {
            begin("", null);
        }
        commands.getLast().output.append(output);
        size += output.length();
        trimAt(2L * kept);
    }

    void end(@Nullable Integer exitCode, @Nullable Instant started, @Nullable Instant finished) {
        var command = commands.peekLast();
        if (command != null) {
            command.exitCode = exitCode;
            command.started = started == null ? command.started : started;
            command.finished = finished;
        }
    }

    JobLog toLog() {
        boolean cut = !commands.isEmpty() && commands.getLast().cutBySemaphore();
        trimAt(kept);
        return new JobLog(commands.stream().map(Command::toLogged).toList(), cut);
    }

    /** Trims rarely but deeply, so the cost stays linear in the log's length. */
    private void trimAt(long limit) {
        if (size <= limit) {
            return;
        }
        while (size > kept) {
            var oldest = commands.getFirst();
            long excess = size - kept;
            if (commands.size() > 1 && excess >= oldest.output.length()) {
                size -= oldest.output.length() + oldest.overhead();
                commands.removeFirst();
            } else {
                size -= oldest.cut((int) Math.min(excess, oldest.output.length()));
                return;
            }
        }
    }

    private static final class Command {
        private final String directive;
        private final StringBuilder output = new StringBuilder();
        private @Nullable Integer exitCode;
        private @Nullable Instant started;
        private @Nullable Instant finished;

        Command(String directive) {
            this.directive = directive;
        }

        int overhead() {
            return directive.length() + EACH_COMMAND;
        }

        int cut(int characters) {
            boolean halved = characters < output.length() && Character.isLowSurrogate(output.charAt(characters));
            int cut = halved ? characters + 1 : characters;
            output.delete(0, cut);
            return cut;
        }

        /** Whether it ends with Semaphore's sentence; removes that sentence. */
        boolean cutBySemaphore() {
            int begin = output.length() - TRIMMED.length();
            boolean trimmed =
                    begin >= 0 && exitCode == null && finished == null && output.indexOf(TRIMMED, begin) == begin;
            if (trimmed) {
                output.setLength(begin);
            }
            return trimmed;
        }

        LoggedCommand toLogged() {
            return new LoggedCommand(directive, output.toString(), exitCode, started, finished);
        }
    }
}
