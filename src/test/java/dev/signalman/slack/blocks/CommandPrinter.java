package dev.signalman.slack.blocks;

import dev.signalman.command.Command;
import dev.signalman.command.Logs;
import dev.signalman.command.Promote;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Rerun;
import dev.signalman.command.Status;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the few commands that the cards of these tests carry. */
final class CommandPrinter {
    private CommandPrinter() {}

    static String verb(Command command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    static String line(Command command) {
        if (command instanceof Promote promote) {
            var parameters = promote.parameters().entrySet().stream()
                    .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining());
            return "promote " + promote.promotion() + " " + subject(promote.subject()) + parameters;
        }
        return verb(command) + " " + subject(subjectOf(command));
    }

    private static Subject subjectOf(Command command) {
        if (command instanceof Stop stop) {
            return stop.subject();
        }
        if (command instanceof Rebuild rebuild) {
            return rebuild.subject();
        }
        if (command instanceof Rerun rerun) {
            return rerun.subject();
        }
        if (command instanceof Logs logs) {
            return logs.subject();
        }
        return command instanceof Status status ? status.subject() : new Subject.Unsaid();
    }

    private static String subject(Subject subject) {
        if (subject instanceof Subject.Id id) {
            return (id.noun() == null ? "" : id.noun().name().toLowerCase(Locale.ROOT) + " ") + id.id();
        }
        return "";
    }
}
