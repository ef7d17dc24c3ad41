package dev.signalman.simulator.semaphore;

/** A workflow that was started, and its first pipeline. */
public record StartedWorkflow(String workflowId, String pipelineId) {}
