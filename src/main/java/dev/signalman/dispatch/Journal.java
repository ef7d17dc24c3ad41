package dev.signalman.dispatch;

import dev.signalman.command.Command;
import java.time.Duration;
import java.util.Set;

/**
 * What was taken, what is being done and what is to be sent, kept so that it survives a crash. Each method is one short
 * transaction; each throws {@link LostClaimException} when somebody else has taken the work over meanwhile.
 */
public interface Journal {
    /** Records what came of an invocation that acts on nothing: its rows, deliveries, follow-ups and entries. The invocation is finished. */
    void conclude(Claim claim, Outcome outcome);

    /**
     * Records the intent of {@code pinned} together with the outcome's rows, deliveries, follow-ups and entries, and takes the outcome's
     * section until the act is settled.
     *
     * @param known the invocations whose acts in that section were settled before this was decided
     * @throws ActMutexHeldException when another act has the section, or had it and is not known
     */
    Act intend(Claim claim, Command pinned, Outcome outcome, Set<String> known);

    /** Records that the call to Semaphore is about to be made. */
    void sending(Claim claim, Act act);

    /**
     * Records what came of an act, with its deliveries and follow-ups and with what the ledger keeps of it; a card that was pressed gets its buttons back unless the
     * act was done. Its section is free again. The invocation is finished.
     */
    void settle(Claim claim, Act act, ActResult result, LedgerEntry entry);

    /** Puts the work aside for a while; whoever is free takes it up again. */
    void later(Claim claim, Duration wait);
}
