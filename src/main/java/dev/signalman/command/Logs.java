package dev.signalman.command;

/** Asks for the end of a job's log; of a pipeline, for that of its first failed job. */
public record Logs(Subject subject) implements Command {}
