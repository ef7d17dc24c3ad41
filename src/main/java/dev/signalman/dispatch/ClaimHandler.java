package dev.signalman.dispatch;

/** Works on a claimed invocation. */
@FunctionalInterface
public interface ClaimHandler {
    /**
     * Finishes the invocation through the {@link Journal}, or postpones it.
     *
     * @throws LostClaimException when another process took the invocation over
     */
    void on(Claim claim);
}
