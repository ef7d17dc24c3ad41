package dev.signalman.feature.pipelines;

import dev.signalman.port.PipelineCardLocations;
import dev.signalman.port.SubscribedProjects;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Where what was promoted from a pipeline is shown at once: in the threads of its cards, except in channels whose subscriptions say
 * what of the project is shown, and when.
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

    /** The channels of those threads. */
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
