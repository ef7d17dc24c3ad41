package dev.signalman.command;

/** A command whose button stays on the card until it took effect: several people may press it, each for themselves. */
public interface KeepsCardButtons {}
