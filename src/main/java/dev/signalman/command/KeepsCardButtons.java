package dev.signalman.command;

/** A command whose buttons stay on the card until it takes effect, since several people may press them. */
public interface KeepsCardButtons {}
