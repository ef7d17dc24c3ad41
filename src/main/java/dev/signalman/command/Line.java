package dev.signalman.command;

/** A line in the making: words are added, and quoted where they need it. */
public final class Line {
    Line() {}
}
