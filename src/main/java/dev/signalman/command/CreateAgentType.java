package dev.signalman.command;

/** Creates a type of agents. */
public record CreateAgentType(String name) implements Command {}
