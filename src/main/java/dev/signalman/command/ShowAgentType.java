package dev.signalman.command;

/** Asks about one type of agents. */
public record ShowAgentType(String name) implements Command {}
