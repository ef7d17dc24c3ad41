package dev.signalman.feature.projects;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** Checks that the token sees the configured projects. */
final class ConfiguredProjectsCheck implements Check {
    private static final String PROJECTS = "projects in signalman.yml";

    private final Supplier<ProjectSettings> settings;
    private final ProjectDirectory directory;

    @Inject
    ConfiguredProjectsCheck(Supplier<ProjectSettings> settings, ProjectDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    @Override
    public String about() {
        return PROJECTS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
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
            return unseen.isEmpty() ? List.of(CheckResult.fine(PROJECTS, "All found in Semaphore.")) : unseen;
        } catch (SemaphoreException silent) {
            return List.of(CheckResult.unknown(
                    PROJECTS,
                    "Semaphore didn't return the projects.",
                    "Fix the Semaphore problem above, then run doctor again."));
        }
    }

    private static CheckResult unseen(String name, List<String> seen) {
        var nearest = NearestName.of(name, seen, 1);
        return CheckResult.wrong(
                PROJECTS + ", " + name,
                "Can't find project \"" + name + "\" in Semaphore."
                        + (nearest.isEmpty() ? "" : " Did you mean \"" + nearest.get(0) + "\"?"),
                "Correct the name, or add the bot's account to that project in Semaphore.");
    }
}
