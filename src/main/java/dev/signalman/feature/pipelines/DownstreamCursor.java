package dev.signalman.feature.pipelines;

import java.time.Instant;
import java.util.List;

/**
 * Marks how far a project's lists of pipelines and of workflows were read, in Semaphore's time. The two lists are read
 * in turn.
 *
 * @param workflows whether the workflows are next
 * @param pipelinesSeen when the newest pipeline seen was created
 * @param workflowsSeen when the newest workflow seen was created
 */
record DownstreamCursor(boolean workflows, Instant pipelinesSeen, Instant workflowsSeen) {
    /** Parses the text of {@link #toString}; an empty text starts at {@code since}. */
    static DownstreamCursor read(String written, Instant since) {
        if (written.isEmpty()) {
            return new DownstreamCursor(false, since, since);
        }
        var parts = List.of(written.split(" ", -1));
        return new DownstreamCursor(
                Boolean.parseBoolean(parts.get(0)), Instant.parse(parts.get(1)), Instant.parse(parts.get(2)));
    }

    /** The time from which the next list is read. */
    Instant seen() {
        return workflows ? workflowsSeen : pipelinesSeen;
    }

    /** The cursor after a list whose newest entry was created at {@code newest}. */
    DownstreamCursor after(Instant newest) {
        return workflows
                ? new DownstreamCursor(false, pipelinesSeen, newest)
                : new DownstreamCursor(true, newest, workflowsSeen);
    }

    @Override
    public String toString() {
        return workflows + " " + pipelinesSeen + " " + workflowsSeen;
    }
}
