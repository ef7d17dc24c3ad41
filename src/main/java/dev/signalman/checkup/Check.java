package dev.signalman.checkup;

import java.util.List;

/**
 * Checks one part of the bot's environment. Checks are independent and run in parallel, each for at most as long as
 * {@link Checkup} waits. A check changes nothing and reveals no secret.
 */
public interface Check {
    /** The subject, such as {@code "the database"}, named when the check itself breaks. */
    String about();

    /** The results; empty when the check does not apply in this context. */
    List<CheckResult> look(CheckContext checkContext);
}
