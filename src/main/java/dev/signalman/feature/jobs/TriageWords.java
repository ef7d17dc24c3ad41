package dev.signalman.feature.jobs;

import dev.signalman.card.Text;

/** How a job ended, by what it printed. */
final class TriageWords {
    /** Of a log whose end Semaphore did not keep. */
    static final String TRIMMED =
            "Semaphore cut its log at 16 MB, so why it failed is not in it. Let the job print less, or write its output to a file and keep"
                    + " that as an artifact.";

    private TriageWords() {}

    /** To stand after the job's name: {@code  ended with exit code 1 in make test}. */
    static Text ending(Printed printed) {
        var command = printed.command();
        if (command == null) {
            return Text.of(" failed, though none of its commands did");
        }
        var how =
                Text.of(printed.failed() ? " ended with exit code " + printed.exitCode() + " in " : " was stopped in ");
        return command.isEmpty() ? how.plain("a command") : how.code(command);
    }

    /** The same as a sentence of its own. */
    static String spoken(Printed printed) {
        var command = printed.command();
        if (command == null) {
            return "none of its commands failed.";
        }
        var what = command.isEmpty() ? "a command" : command;
        return what + (printed.failed() ? " ended with exit code " + printed.exitCode() + "." : " was stopped.");
    }

    /** How much of it is shown. */
    static String extent(Printed printed) {
        var some = printed.alone() ? "The last lines of that command" : "The last lines of the log";
        var all = printed.alone() ? "All that this command printed" : "All that was printed";
        return (printed.end().cut() ? some : all) + "; what looks like a secret is masked.";
    }
}
