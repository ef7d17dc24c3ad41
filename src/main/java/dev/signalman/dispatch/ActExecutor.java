package dev.signalman.dispatch;

import dev.signalman.command.Command;
import dev.signalman.domain.Actor;

/** Carries out one kind of act on Semaphore. The only code that changes Semaphore stands in executors. */
public interface ActExecutor<C extends Command> {
    /**
     * Makes the one call.
     *
     * @param pinned the command, with its subject pinned to ids
     * @throws dev.signalman.semaphore.SemaphoreException when it failed; its {@code mayHaveActed} decides whether {@link #lookFor} is asked
     */
    ActResult carry(C pinned, Act act);

    /** What the ledger writes of an act: the pinned command, unless that only names what was decided on. */
    default Command meant(C pinned) {
        return pinned;
    }

    /** Whom the ledger names for an act: whoever asked for it, or the bot where it decided by itself. */
    default Actor doer(Act act) {
        return act.actor();
    }

    /**
     * Looks whether an act whose answer was lost has happened, reading only.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when looking failed; it is looked again later
     */
    ProbeResult lookFor(C pinned, Act act);
}
