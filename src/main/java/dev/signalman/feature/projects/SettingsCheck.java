package dev.signalman.feature.projects;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.domain.Nearest;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** Whether the projects that the configuration names are among those that the token sees. */
final class SettingsCheck implements Check {
    private static final String PROJECTS = "projects in signalman.yml";

    private final Supplier<ProjectSettings> settings;
    private final ProjectDirectory directory;

    @Inject
    SettingsCheck(Supplier<ProjectSettings> settings, ProjectDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    @Override
    public String about() {
        return PROJECTS;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        var named = settings.get().byName().keySet();
        if (named.isEmpty()) {
            return List.of();
        }
        try {
            var seen = directory.all().stream().map(Project::name).toList();
            var unseen = named.stream()
                    .filter(name -> !seen.contains(name))
                    .sorted()
                    .map(name -> unseen(name, seen))
                    .toList();
            return unseen.isEmpty() ? List.of(Finding.fine(PROJECTS, "The token sees each that is named.")) : unseen;
        } catch (SemaphoreException silent) {
            return List.of(Finding.unknown(
                    PROJECTS,
                    "Semaphore does not say whether they are there.",
                    "Mend what the line about Semaphore tells, and look again."));
        }
    }

    private static Finding unseen(String name, List<String> seen) {
        var nearest = Nearest.of(name, seen, 1);
        return Finding.wrong(
                PROJECTS + ", " + name,
                "There is no project \"" + name + "\", or the token does not see it."
                        + (nearest.isEmpty() ? "" : " There is \"" + nearest.get(0) + "\"."),
                "Correct the name, or add the token's owner to that project in Semaphore.");
    }
}
