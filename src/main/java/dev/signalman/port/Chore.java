package dev.signalman.port;

import java.time.Duration;

/** A periodic task, run by one instance at a time. */
public interface Chore {
    /** The unique name; it never changes. */
    String name();

    /** The delay from the end of one run to the start of the next. */
    Duration every();

    /** Runs once; may be interrupted and run again. */
    void run();
}
