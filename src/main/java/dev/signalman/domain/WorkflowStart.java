package dev.signalman.domain;

/** The ids that Semaphore gives to a workflow that was just started, and to its first pipeline. */
public record WorkflowStart(String workflowId, String pipelineId) {}
