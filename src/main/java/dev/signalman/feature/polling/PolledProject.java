package dev.signalman.feature.polling;

import dev.signalman.subject.ProjectsWithSubscribers.SubscribedProject;

/**
 * A project to poll, and the reasons.
 *
 * @param announced whether a channel subscribes to it
 * @param ruled whether promotion rules cover it, so that its pipelines are polled from their start
 */
record PolledProject(SubscribedProject project, boolean announced, boolean ruled) {
    String projectId() {
        return project.projectId();
    }

    /** Whether a channel wants its pipelines at that moment. */
    boolean announces(PollTimestamp pollTimestamp) {
        return announced && (pollTimestamp == PollTimestamp.DONE || project.fromTheirStart());
    }
}
