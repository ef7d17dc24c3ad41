package dev.signalman.simulator.semaphore;

/** A job that exists, with its pipeline; of one that was reused by a rebuild, the pipeline that ran it. */
public record SimulatedJob(String id, SimulatedPipeline pipeline, String block, JobTimes times) {}
