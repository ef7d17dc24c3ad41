package dev.signalman.feature.runs;

import dev.signalman.command.Command;
import dev.signalman.command.QuotedText;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.PeriodicTask;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tasks of a project, read each time. */
final class ProjectTasks {
    private static final int MOST_PAGES = 5;
    private static final int MOST_SUGGESTIONS = 3;

    private final Semaphore semaphore;

    @Inject
    ProjectTasks(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /** The project's tasks, at most 150. */
    List<PeriodicTask> of(Project project) {
        return Pages.read(MOST_PAGES, page -> semaphore.tasks().list(project.id(), page))
                .items();
    }

    /**
     * The task with this name or id. Case does not matter unless two names differ in it alone.
     *
     * @param instead makes the corrected command for a suggestion
     * @throws Refusal when there is none, with the nearest names
     */
    PeriodicTask named(String said, Project project, Function<String, ? extends Command> instead) {
        var all = of(project);
        return all.stream()
                .filter(task -> task.id().equals(said) || task.name().equals(said))
                .findFirst()
                .or(() -> {
                    var same = all.stream()
                            .filter(task -> task.name().equalsIgnoreCase(said))
                            .toList();
                    return same.size() == 1 ? same.stream().findFirst() : Optional.empty();
                })
                .orElseThrow(() -> unknown(said, project, all, instead));
    }

    private static Refusal unknown(
            String said, Project project, List<PeriodicTask> all, Function<String, ? extends Command> instead) {
        var names = all.stream().map(PeriodicTask::name).toList();
        var near = NearestName.of(said, names, MOST_SUGGESTIONS);
        var offered = near.isEmpty() ? names.stream().limit(MOST_SUGGESTIONS).toList() : near;
        return new Refusal(
                names.isEmpty()
                        ? project.name() + " has no tasks. Add one to the project in Semaphore."
                        : project.name() + " has no task " + QuotedText.of(said) + ".",
                offered.stream()
                        .map(name -> new Suggestion(name, instead.apply(name)))
                        .toList());
    }
}
