package dev.signalman.command;

/** The words of a line that follow its verb, taken from front to back. */
public final class Words {
    Words() {}
}
