package dev.signalman.command;

/** Starts a whole workflow anew. */
public record Rerun(Subject subject) implements Command {}
