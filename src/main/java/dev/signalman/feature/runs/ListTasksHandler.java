package dev.signalman.feature.runs;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.command.ListTasks;
import dev.signalman.command.RunTask;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.PeriodicTask;
import dev.signalman.domain.Project;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Lists a project's tasks, with a menu that runs one. */
final class ListTasksHandler implements Handler<ListTasks> {
    private static final int MOST_CHOICES = 100;

    private final SubjectResolver subjectResolver;
    private final ProjectTasks tasks;
    private final SemaphoreLinks links;

    @Inject
    ListTasksHandler(SubjectResolver subjectResolver, ProjectTasks tasks, SemaphoreLinks links) {
        this.subjectResolver = subjectResolver;
        this.tasks = tasks;
        this.links = links;
    }

    @Override
    public Outcome handle(ListTasks command, Invocation invocation) {
        var project = subjectResolver
                .project(command.subject(), invocation, ListTasks::new)
                .project();
        var all = tasks.of(project);
        var name = project.name();
        return Outcome.answer(new ListCard(
                sentence(name, all.size()),
                Text.of("Tasks of ").link(name, links.project(name)),
                all.stream().map(ListTasksHandler::row).toList(),
                all.isEmpty() ? "None." : "",
                all.isEmpty()
                        ? CardActions.NONE
                        : new CardActions(List.of(), new Menu("Run …", choices(project, all)))));
    }

    private static String sentence(String project, int tasks) {
        return switch (tasks) {
            case 0 -> project + " has no tasks.";
            case 1 -> project + " has 1 task.";
            default -> project + " has " + tasks + " tasks.";
        };
    }

    private static Text row(PeriodicTask task) {
        var row = Text.empty().bold(task.name()).plain("  ").code(task.pipelineFile());
        if (!task.branch().isEmpty()) {
            row = row.plain(" on ").code(task.branch());
        }
        return row.plain("  ·  " + schedule(task));
    }

    private static String schedule(PeriodicTask task) {
        if (!task.recurring() || task.cron().isEmpty()) {
            return "by hand";
        }
        return task.paused() ? "paused, was at " + task.cron() : "at " + task.cron() + " UTC";
    }

    private static List<Button> choices(Project project, List<PeriodicTask> all) {
        return all.stream()
                .limit(MOST_CHOICES)
                .map(task -> Button.of(
                                task.name(),
                                new RunTask(task.id(), new Subject.Newest(null, project.name(), null), null, Map.of()))
                        .asking(
                                "Run " + task.name() + "?",
                                "The task " + task.name() + " of " + project.name() + " runs " + task.pipelineFile()
                                        + " now.",
                                "Run",
                                "Cancel"))
                .toList();
    }
}
