package dev.signalman.command;

/** Repeats the failed blocks of a pipeline. */
public record Rebuild(Subject subject) implements Command {}
