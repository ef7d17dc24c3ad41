package dev.signalman.gate;

/**
 * The job that asks, as proven.
 *
 * @param jobId empty where the proof does not name it
 */
record JobIdentity(String pipelineId, String jobId) {}
