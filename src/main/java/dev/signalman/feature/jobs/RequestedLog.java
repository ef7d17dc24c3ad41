package dev.signalman.feature.jobs;

import dev.signalman.card.Button;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import java.util.List;

/**
 * The job whose log was requested.
 *
 * @param next buttons for what to do after reading it
 */
record RequestedLog(String jobId, String jobName, String projectId, List<Button> next) {
    static Button pipeline(String id) {
        return Button.of("Pipeline", new Status(Subject.pipeline(id)));
    }
}
