package dev.signalman.feature.notifications;

import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectsWithSubscribers;
import jakarta.inject.Inject;
import java.util.List;

/** The names of the projects to which channels are subscribed. */
final class SubscribedProjectNames {
    private final ProjectsWithSubscribers watched;
    private final ProjectDirectory projects;

    @Inject
    SubscribedProjectNames(ProjectsWithSubscribers watched, ProjectDirectory projects) {
        this.watched = watched;
        this.projects = projects;
    }

    List<String> all() {
        return watched.all().stream()
                .map(each -> projects.nameOf(each.projectId()))
                .toList();
    }
}
