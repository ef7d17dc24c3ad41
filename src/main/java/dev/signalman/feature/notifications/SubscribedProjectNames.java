package dev.signalman.feature.notifications;

import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectsWithSubscribers;
import jakarta.inject.Inject;
import java.util.List;

/** The names of the projects to which channels are subscribed. */
final class SubscribedProjectNames {
    private final ProjectsWithSubscribers subscribed;
    private final ProjectDirectory projects;

    @Inject
    SubscribedProjectNames(ProjectsWithSubscribers subscribed, ProjectDirectory projects) {
        this.subscribed = subscribed;
        this.projects = projects;
    }

    List<String> all() {
        return subscribed.all().stream()
                .map(each -> projects.nameOf(each.projectId()))
                .toList();
    }
}
