package dev.signalman.feature.pipelines;

import java.time.Instant;
import java.util.List;

/**
 * How far a project was looked through for what came of its pipelines, in Semaphore's own time; its pipelines and its workflows
 * take turns.
 *
 * @param workflows whether the workflows are next
 * @param pipelinesSeen when the newest pipeline that was seen was created
 * @param workflowsSeen when the newest workflow that was seen was created
 */
record DownstreamCursor(boolean workflows, Instant pipelinesSeen, Instant workflowsSeen) {
    /** Reads what {@link #toString} wrote; with an empty text it begins at {@code since}. */
    static DownstreamCursor read(String written, Instant since) {
        if (written.isEmpty()) {
            return new DownstreamCursor(false, since, since);
        }
        var parts = List.of(written.split(" ", -1));
        return new DownstreamCursor(
                Boolean.parseBoolean(parts.get(0)), Instant.parse(parts.get(1)), Instant.parse(parts.get(2)));
    }

    /** From when on the next list is read. */
    Instant seen() {
        return workflows ? workflowsSeen : pipelinesSeen;
    }

    /** After a list whose newest entry was created at {@code newest}. */
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
