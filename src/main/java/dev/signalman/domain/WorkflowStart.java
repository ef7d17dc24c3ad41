package dev.signalman.domain;

/** The ids of a workflow that was just started, and of its first pipeline. */
public record WorkflowStart(String workflowId, String pipelineId) {}
