package dev.signalman.dispatch;

/** What is done with an invocation that was claimed. */
@FunctionalInterface
public interface ClaimHandler {
    /**
     * Brings an invocation to its end through the {@link Journal}, or puts it aside for a while.
     *
     * @throws LostClaimException when another process took it over meanwhile
     */
    void on(Claim claim);
}
