package dev.signalman.command;

/** Asks how a job stands. */
public record ShowJob(Subject subject) implements Command {}
