package dev.signalman.simulator.semaphore;

import java.time.Duration;
import java.time.Instant;

/** How fast jobs get on. It changes how long they take, never what time it is. */
public interface JobSpeed {
    /** Work takes as long as it was planned to. */
    JobSpeed STEADY = Instant::plus;

    /** When work is done that began at {@code from} and takes {@code work} at the usual pace. */
    Instant after(Instant from, Duration work);

    /** A number that increases when the pace changes, after which times that are still to come may differ. */
    default long changes() {
        return 0;
    }
}
