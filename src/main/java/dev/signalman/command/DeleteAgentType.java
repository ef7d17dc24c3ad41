package dev.signalman.command;

/** Deletes a type of agents. */
public record DeleteAgentType(String name) implements Command {}
