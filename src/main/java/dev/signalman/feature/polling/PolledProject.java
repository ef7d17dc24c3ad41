package dev.signalman.feature.polling;

import dev.signalman.subject.WatchedProjects.WatchedProject;

/**
 * A project that is looked through, and what for.
 *
 * @param announced whether some channel wants to hear of it
 * @param ruled whether rules of promotion hold there, so that its pipelines are looked for from their start
 */
record PolledProject(WatchedProject project, boolean announced, boolean ruled) {
    String projectId() {
        return project.projectId();
    }

    /** Whether some channel wants its pipelines of that moment. */
    boolean announces(PollTimestamp pollTimestamp) {
        return announced && (pollTimestamp == PollTimestamp.DONE || project.fromTheirStart());
    }
}
