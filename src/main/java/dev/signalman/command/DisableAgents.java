package dev.signalman.command;

/** Disables the agents of a type, only the idle ones unless {@code all}. */
public record DisableAgents(String name, boolean all) implements Command {}
