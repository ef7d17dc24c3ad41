package dev.signalman.engine.inbox;

import dev.signalman.command.Command;

/** What the journal needs to know about command lines. */
public interface LineClassifier {
    /** The line of a command. */
    String print(Command command);

    /** Whether a pressed line acts at once, so its card is disarmed; false for an unreadable line. */
    boolean disarms(String line);

    /** Whether a person's line is answered without Semaphore, as an unreadable one is. */
    boolean needsNoSemaphore(String line);
}
