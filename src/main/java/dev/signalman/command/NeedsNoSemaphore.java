package dev.signalman.command;

/** A command that is answered from the database alone, so it never waits for Semaphore. */
public interface NeedsNoSemaphore {}
