package dev.signalman.feature.jobs;

import dev.signalman.card.Button;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import java.util.List;

/**
 * The job whose log is wanted.
 *
 * @param next what may be done after reading it
 */
record RequestedLog(String jobId, String jobName, String projectId, List<Button> next) {
    static Button pipeline(String id) {
        return Button.of("Pipeline", new Status(Subject.pipeline(id)));
    }
}
