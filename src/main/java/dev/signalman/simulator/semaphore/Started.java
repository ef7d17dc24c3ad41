package dev.signalman.simulator.semaphore;

/** A workflow that was started, and its first pipeline. */
public record Started(String workflowId, String pipelineId) {}
