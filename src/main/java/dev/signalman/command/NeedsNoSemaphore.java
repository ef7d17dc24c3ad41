package dev.signalman.command;

/** A command that is answered from the database alone, so that nobody who asks for it has to wait for Semaphore. */
public interface NeedsNoSemaphore {}
