package dev.signalman.dispatch;

import dev.signalman.command.Command;
import java.time.Duration;
import java.util.Set;

/**
 * Stores invocations, acts and deliveries so that they survive a crash. Each method is one short transaction, and
 * throws {@link LostClaimException} if another process took the work over.
 */
public interface Journal {
    /**
     * Records the outcome of an invocation without an act, and finishes it: rows, deliveries, follow-ups and ledger
     * entries.
     */
    void conclude(Claim claim, Outcome outcome);

    /**
     * Records the intent of {@code pinned} together with the outcome's rows, deliveries, follow-ups and ledger entries,
     * and holds the outcome's mutex until the act is settled.
     *
     * @param known the invocations whose acts with this mutex were settled before the decision
     * @throws ActMutexHeldException when another act holds the mutex, or held it and is not in {@code known}
     */
    Act intend(Claim claim, Command pinned, Outcome outcome, Set<String> known);

    /** Records that the call to Semaphore is about to be made. */
    void sending(Claim claim, Act act);

    /**
     * Records the result of an act with its deliveries, follow-ups and ledger entry, frees its mutex and finishes the
     * invocation. A pressed card gets its buttons back unless the act was done.
     */
    void settle(Claim claim, Act act, ActResult result, LedgerEntry entry);

    /** Postpones the work; any instance may resume it. */
    void later(Claim claim, Duration wait);
}
