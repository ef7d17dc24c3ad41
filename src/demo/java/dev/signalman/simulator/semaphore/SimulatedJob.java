package dev.signalman.simulator.semaphore;

/** An existing job with its pipeline; for a reused job, the pipeline that ran it. */
public record SimulatedJob(String id, SimulatedPipeline pipeline, String block, JobTimes times) {}
