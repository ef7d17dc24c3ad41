package dev.signalman.feature.pipelines;

import dev.signalman.port.PipelineCardLocations;
import dev.signalman.port.SubscribedProjects;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Finds the channels in which a promoted pipeline gets a card at once: those with a card of its parent, except channels
 * that subscribe to the project. There the subscription decides what is shown.
 */
final class PromotedPipelineThreads {
    private final PipelineCardLocations standing;
    private final SubscribedProjects subscribed;
    private final ProjectDirectory projects;

    @Inject
    PromotedPipelineThreads(PipelineCardLocations standing, SubscribedProjects subscribed, ProjectDirectory projects) {
        this.standing = standing;
        this.subscribed = subscribed;
        this.projects = projects;
    }

    List<String> channels(String projectId, String pipelineId) {
        var channels = standing.channels(pipelineId);
        if (channels.isEmpty()) {
            return channels;
        }
        var project = projects.nameOf(projectId);
        return channels.stream()
                .filter(channel -> !subscribed.of(channel).contains(project))
                .toList();
    }
}
