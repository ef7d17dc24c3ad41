package dev.signalman.command;

/** Asks how a pipeline, workflow or job stands. */
public record Status(Subject subject) implements Command {}
