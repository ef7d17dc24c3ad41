package dev.signalman.checkup;

import java.util.List;

/**
 * Looks at one piece of the surroundings. Checks know nothing of each other and run at the same time; each may take as long as
 * {@link Checkup} waits. A check changes nothing, and tells no secret.
 */
public interface Check {
    /** What it looks at, such as {@code "the database"}: said when it cannot say anything itself. */
    String about();

    /** What it finds; nothing when the occasion gives it nothing to look at. */
    List<CheckResult> look(CheckContext checkContext);
}
