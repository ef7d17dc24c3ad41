package dev.signalman.port;

import java.time.Duration;

/** Something that is done every so often, by one of the instances. */
public interface Chore {
    /** Names it among all chores, for ever. */
    String name();

    /** The time from the end of one turn to the begin of the next. */
    Duration every();

    /** Does it; it may be broken off and done again. */
    void run();
}
