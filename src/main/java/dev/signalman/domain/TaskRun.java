package dev.signalman.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task.
 *
 * @param requesterId the Semaphore user who ran it by hand; empty when its schedule did
 * @param workflowId the workflow that it started; empty when it started none
 */
public record TaskRun(@Nullable Instant at, String requesterId, String workflowId) {}
