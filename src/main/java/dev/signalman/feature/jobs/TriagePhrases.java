package dev.signalman.feature.jobs;

import dev.signalman.card.Text;

/** How a job ended, judged by its output. */
final class TriagePhrases {
    /** For a log whose end Semaphore did not keep. */
    static final String TRIMMED =
            "Semaphore cut its log at 16 MB, before the failure. Print less, or save the output as an " + "artifact.";

    private TriagePhrases() {}

    /** Follows the job's name: {@code  ended with exit code 1 in make test}. */
    static Text ending(FailureOutput failureOutput) {
        var command = failureOutput.command();
        if (command == null) {
            return Text.of(" failed, but none of its commands did");
        }
        var how = Text.of(
                failureOutput.failed()
                        ? " ended with exit code " + failureOutput.exitCode() + " in "
                        : " was stopped in ");
        return command.isEmpty() ? how.plain("a command") : how.code(command);
    }

    /** The ending as a sentence. */
    static String spoken(FailureOutput failureOutput) {
        var command = failureOutput.command();
        if (command == null) {
            return "none of its commands failed.";
        }
        var what = command.isEmpty() ? "a command" : command;
        return what
                + (failureOutput.failed()
                        ? " ended with exit code " + failureOutput.exitCode() + "."
                        : " was stopped.");
    }

    /** How much of the output is shown. */
    static String extent(FailureOutput failureOutput) {
        var some = failureOutput.alone() ? "The last lines of that command" : "The last lines of the log";
        var all = failureOutput.alone() ? "This command's whole output" : "The whole log";
        return (failureOutput.end().cut() ? some : all) + ". Possible secrets are masked.";
    }
}
