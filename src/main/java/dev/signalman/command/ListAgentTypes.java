package dev.signalman.command;

/** Asks which types of self-hosted agents there are. */
public record ListAgentTypes() implements Command {}
