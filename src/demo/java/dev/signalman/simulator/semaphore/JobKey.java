package dev.signalman.simulator.semaphore;

/** A job within its pipeline. */
record JobKey(String block, String job) {}
