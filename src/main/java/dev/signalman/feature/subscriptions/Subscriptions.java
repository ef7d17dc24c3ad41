package dev.signalman.feature.subscriptions;

import dev.signalman.feature.subscriptions.FileSubscriptions.FileSubscription;
import dev.signalman.port.SubscribedChannels;
import dev.signalman.port.SubscribedProjects;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectsWithSubscribers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All subscriptions: those made in Slack first, then those in the file. */
final class Subscriptions implements SubscribedProjects, SubscribedChannels, ProjectsWithSubscribers {
    private final JdbiSubscriptions made;
    private final Supplier<FileSubscriptions> file;
    private final ProjectDirectory projects;
    private final PausedChannels paused;

    @Inject
    Subscriptions(
            JdbiSubscriptions made,
            Supplier<FileSubscriptions> file,
            ProjectDirectory projects,
            PausedChannels paused) {
        this.made = made;
        this.file = file;
        this.projects = projects;
        this.paused = paused;
    }

    List<Subscription> inChannel(String channel) {
        return Stream.concat(
                        made.inChannel(channel).stream(),
                        file.get().all().stream()
                                .filter(each -> each.channel().equals(channel))
                                .map(Subscriptions::subscription))
                .toList();
    }

    /** The subscriptions to a project, also after it was renamed. The file has only names. */
    List<Subscription> ofProject(String projectId) {
        var ofFile = file.get().all().isEmpty() ? List.<Subscription>of() : inFile(projects.nameOf(projectId));
        return Stream.concat(made.ofProject(projectId).stream(), ofFile.stream())
                .toList();
    }

    private List<Subscription> inFile(String project) {
        return file.get().all().stream()
                .filter(each -> each.project().equals(project))
                .map(Subscriptions::subscription)
                .toList();
    }

    @Override
    public List<String> of(String channel) {
        return inChannel(channel).stream().map(Subscription::project).distinct().toList();
    }

    @Override
    public List<String> hearing(String projectId) {
        return ofProject(projectId).stream()
                .map(Subscription::channel)
                .distinct()
                .filter(channel -> !paused.holds(channel))
                .toList();
    }

    @Override
    public List<SubscribedProject> all() {
        var subscribed = new TreeMap<String, SubscribedProject>();
        made.projects().forEach(each -> subscribed.put(each.projectId(), each));
        for (var each : file.get().all()) {
            projects.find(each.project())
                    .map(project ->
                            new SubscribedProject(project.id(), each.wanted().live()))
                    .ifPresent(project -> subscribed.merge(project.projectId(), project, SubscribedProject::and));
        }
        return List.copyOf(subscribed.values());
    }

    private static Subscription subscription(FileSubscription each) {
        return new Subscription("", each.channel(), each.project(), each.wanted(), null);
    }
}
