package dev.signalman.semaphore;

/**
 * An API token.
 *
 * @param token secret; {@link #toString} does not show it
 */
public record Credential(String token) {
    @Override
    public String toString() {
        return "Credential[…]";
    }
}
