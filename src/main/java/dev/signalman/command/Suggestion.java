package dev.signalman.command;

/** A command that might have been meant, offered as a button. */
public record Suggestion(String label, Command command) {}
