package dev.signalman.port;

import dev.signalman.command.Command;
import dev.signalman.dispatch.Invocation;

/** Whether somebody may give a command, for code that offers it. The command is judged again when it is given. */
@FunctionalInterface
public interface CommandAccess {
    /** False also when Slack does not say who the person is. */
    boolean admits(Command command, Invocation invocation);
}
