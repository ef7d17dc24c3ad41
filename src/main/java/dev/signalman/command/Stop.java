package dev.signalman.command;

/** Stops a job, a pipeline or a workflow. */
public record Stop(Subject subject) implements Command {}
