package dev.signalman.command;

/** Asks which projects the token sees. */
public record ListProjects() implements Command {}
