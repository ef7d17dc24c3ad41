package dev.signalman.feature.subscriptions;

import dev.signalman.feature.subscriptions.FileSubscriptions.FileSubscription;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SubscribedProjects;
import dev.signalman.subject.WatchedProjects;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All subscriptions: those made in Slack first, then those of the file. */
final class Subscriptions implements SubscribedProjects, WatchedProjects {
    private final JdbiSubscriptions made;
    private final FileSubscriptions file;
    private final ProjectDirectory projects;

    @Inject
    Subscriptions(JdbiSubscriptions made, FileSubscriptions file, ProjectDirectory projects) {
        this.made = made;
        this.file = file;
        this.projects = projects;
    }

    List<Subscription> inChannel(String channel) {
        return Stream.concat(
                        made.inChannel(channel).stream(),
                        file.all().stream()
                                .filter(each -> each.channel().equals(channel))
                                .map(Subscriptions::subscription))
                .toList();
    }

    /** Those of a project, whatever its name is now; the file knows only names. */
    List<Subscription> ofProject(String projectId) {
        var ofFile = file.all().isEmpty() ? List.<Subscription>of() : inFile(projects.nameOf(projectId));
        return Stream.concat(made.ofProject(projectId).stream(), ofFile.stream())
                .toList();
    }

    private List<Subscription> inFile(String project) {
        return file.all().stream()
                .filter(each -> each.project().equals(project))
                .map(Subscriptions::subscription)
                .toList();
    }

    @Override
    public List<String> of(String channel) {
        return inChannel(channel).stream().map(Subscription::project).distinct().toList();
    }

    @Override
    public List<WatchedProject> all() {
        var watched = new TreeMap<String, WatchedProject>();
        made.projects().forEach(each -> watched.put(each.projectId(), each));
        for (var each : file.all()) {
            projects.find(each.project())
                    .map(project ->
                            new WatchedProject(project.id(), each.wanted().live()))
                    .ifPresent(project -> watched.merge(project.projectId(), project, WatchedProject::and));
        }
        return List.copyOf(watched.values());
    }

    private static Subscription subscription(FileSubscription each) {
        return new Subscription("", each.channel(), each.project(), each.wanted(), null);
    }
}
