package dev.signalman.feature.jobs;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Card;
import dev.signalman.card.Excerpt;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.List;

/** The card that shows the end of a log, or the way to it. */
final class LogCard {
    private static final String WHOLE = "Whole log";

    private final ProjectDirectory projects;
    private final SemaphoreLinks links;

    @Inject
    LogCard(ProjectDirectory projects, SemaphoreLinks links) {
        this.projects = projects;
        this.links = links;
    }

    Card of(WantedLog wanted, Printed printed) {
        var whose = wanted.jobName() + " of " + projects.nameOf(wanted.projectId());
        var buttons = Actions.of(wanted.next());
        if (printed.end().body().isEmpty()) {
            var sentence = whose + " has printed nothing yet.";
            return new Answer(sentence, List.of(open(Text.of(sentence), wanted)), List.of(), buttons);
        }
        return new Excerpt(
                (printed.trimmed() ? "The last lines that Semaphore kept of the log of " : "The end of the log of ")
                        + whose
                        + (printed.command() == null ? "." : ": " + spoken(printed) + "."),
                open(headline(whose, printed), wanted),
                printed.end().body(),
                small(printed),
                buttons);
    }

    /** For a channel where others read along: no line of it. */
    Card withheld(WantedLog wanted) {
        var whose = wanted.jobName() + " of " + projects.nameOf(wanted.projectId());
        var why = "People of other organisations may read this channel, so I show no log here.";
        return new Answer(
                "The log of " + whose + " stands in Semaphore. " + why,
                List.of(open(Text.of("The log of " + whose), wanted)),
                List.of(why),
                Actions.of(wanted.next()));
    }

    private static Text headline(String whose, Printed printed) {
        var command = printed.command();
        if (command == null) {
            return Text.empty().bold(whose);
        }
        var line = Text.empty()
                .symbol(printed.failed() ? Symbol.FAILED : Symbol.STOPPED)
                .bold(whose)
                .plain(": ");
        var named = command.isEmpty() ? line.plain("a command") : line.code(command);
        return named.plain(" " + ending(printed));
    }

    private static String spoken(Printed printed) {
        var command = printed.command();
        return (command == null || command.isEmpty() ? "a command" : command) + " " + ending(printed);
    }

    private static String ending(Printed printed) {
        return printed.failed() ? "failed with exit code " + printed.exitCode() : "was stopped";
    }

    private static String small(Printed printed) {
        if (printed.trimmed()) {
            return "Semaphore cut this log at 16 MB: these are the last lines that it kept, and the end is missing. What looks like a secret"
                    + " is masked.";
        }
        var what = printed.alone() ? "The last lines of that command" : "The last lines";
        var all = printed.alone() ? "All that this command printed" : "All that was printed";
        return (printed.end().cut() ? what : all) + "; what looks like a secret is masked.";
    }

    private Text open(Text line, WantedLog wanted) {
        return line.plain(" · ").link(WHOLE, links.job(wanted.jobId()));
    }
}
