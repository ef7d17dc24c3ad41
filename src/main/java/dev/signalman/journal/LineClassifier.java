package dev.signalman.journal;

import dev.signalman.command.Command;

/** What the journal must know of command lines. */
interface LineClassifier {
    /** The line that gives {@code command} back when it is read. */
    String print(Command command);

    /** Whether a pressed line changes the world at once, so that its card is disarmed; false when it cannot be read. */
    boolean disarms(String line);

    /** Whether a line that a person said is answered without Semaphore; so is one that cannot be read. */
    boolean needsNoSemaphore(String line);
}
