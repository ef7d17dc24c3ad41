package dev.signalman.dispatch;

import dev.signalman.command.Command;
import dev.signalman.domain.Actor;

/** Carries out one kind of act on Semaphore. Only executors change Semaphore. */
public interface ActExecutor<C extends Command> {
    /**
     * Makes the call once.
     *
     * @param pinned the command, with its subject pinned to ids
     * @throws dev.signalman.semaphore.SemaphoreException when the call failed; {@link #lookFor} is called next if its
     *     {@code mayHaveActed} is true
     */
    ActResult carry(C pinned, Act act);

    /** The command that the ledger records; the pinned command by default. */
    default Command meant(C pinned) {
        return pinned;
    }

    /** The actor that the ledger records; the asker by default. */
    default Actor doer(Act act) {
        return act.actor();
    }

    /**
     * Checks whether an act happened whose response was lost. Only reads.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the check failed; it is repeated later
     */
    ProbeResult lookFor(C pinned, Act act);
}
