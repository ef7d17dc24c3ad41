package dev.signalman.feature.jobs;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the card with the end of a log, or with a link to it. */
final class LogCardFactory {
    private static final String WHOLE = "Whole log";

    private final ProjectDirectory projects;
    private final SemaphoreLinks links;

    @Inject
    LogCardFactory(ProjectDirectory projects, SemaphoreLinks links) {
        this.projects = projects;
        this.links = links;
    }

    /**
     * The card with the end of a log.
     *
     * @param uploaded the artifact with the whole log; null for none
     */
    Card of(RequestedLog wanted, FailureOutput failureOutput, @Nullable String uploaded) {
        var whose = wanted.jobName() + " of " + projects.nameOf(wanted.projectId());
        var buttons = CardActions.of(wanted.next());
        if (failureOutput.end().body().isEmpty()) {
            var sentence = whose + " hasn't printed anything yet.";
            return new TextCard(sentence, List.of(open(Text.of(sentence), wanted)), List.of(), buttons);
        }
        return new LogExcerpt(
                (failureOutput.trimmed()
                                ? "The last lines that Semaphore kept of the log of "
                                : "The end of the log of ")
                        + whose
                        + (failureOutput.command() == null ? "." : ": " + spoken(failureOutput) + "."),
                open(headline(whose, failureOutput), wanted, uploaded),
                failureOutput.end().body(),
                small(failureOutput, uploaded != null),
                buttons);
    }

    /** The card for a channel with other organizations: no line of the log. */
    Card withheld(RequestedLog wanted) {
        var whose = wanted.jobName() + " of " + projects.nameOf(wanted.projectId());
        var why = "People of other organizations can read this channel, so logs aren't shown here.";
        return new TextCard(
                "The log of " + whose + " is in Semaphore. " + why,
                List.of(open(Text.of("The log of " + whose), wanted)),
                List.of(why),
                CardActions.of(wanted.next()));
    }

    private static Text headline(String whose, FailureOutput failureOutput) {
        var command = failureOutput.command();
        if (command == null) {
            return Text.empty().bold(whose);
        }
        var line = Text.empty()
                .symbol(failureOutput.failed() ? Symbol.FAILED : Symbol.STOPPED)
                .bold(whose)
                .plain(": ");
        var named = command.isEmpty() ? line.plain("a command") : line.code(command);
        return named.plain(" " + ending(failureOutput));
    }

    private static String spoken(FailureOutput failureOutput) {
        var command = failureOutput.command();
        return (command == null || command.isEmpty() ? "a command" : command) + " " + ending(failureOutput);
    }

    private static String ending(FailureOutput failureOutput) {
        return failureOutput.failed() ? "failed with exit code " + failureOutput.exitCode() : "was stopped";
    }

    private static String small(FailureOutput failureOutput, boolean uploaded) {
        if (failureOutput.trimmed()) {
            return "Semaphore cut this log at 16 MB: these are the last lines that it kept, and the end is missing. "
                    + (uploaded ? "The agent uploaded the whole log as an artifact. " : "")
                    + "Possible secrets are masked.";
        }
        var what = failureOutput.alone() ? "The last lines of that command" : "The last lines";
        var all = failureOutput.alone() ? "This command's whole output" : "The whole log";
        return (failureOutput.end().cut() ? what : all) + ". Possible secrets are masked.";
    }

    private Text open(Text line, RequestedLog wanted) {
        return open(line, wanted, null);
    }

    /** Links to a page of Semaphore, where readers need their own login; never to a signed address of the file. */
    private Text open(Text line, RequestedLog wanted, @Nullable String uploaded) {
        return line.plain(" · ")
                .link(WHOLE, uploaded == null ? links.job(wanted.jobId()) : links.artifact(wanted.jobId(), uploaded));
    }

    /**
     * The job whose log is wanted.
     *
     * @param next what may be done after reading it
     */
    record RequestedLog(String jobId, String jobName, String projectId, List<Button> next) {
        static Button pipeline(String id) {
            return Button.of("Pipeline", new Status(Subject.pipeline(id)));
        }
    }
}
