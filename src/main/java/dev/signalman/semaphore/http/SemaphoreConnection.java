package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import java.net.URI;
import java.time.Duration;

/**
 * Semaphore's address and time-outs.
 *
 * @param base the organization's address, e.g. {@code https://acme.semaphoreci.com}; a path before {@code /api} is kept
 * @param connectTimeout for a connection
 * @param readTimeout until an answer begins, and again until it ends
 * @param promotionTimeout the read time-out of promotions, whose gateway gives up after 5 s (docs/semaphore.md,
 *     "Time-outs")
 * @param retryWait before the first retry of a read; doubled each time, with jitter
 */
public record SemaphoreConnection(
        URI base,
        Credential credential,
        Duration connectTimeout,
        Duration readTimeout,
        Duration promotionTimeout,
        Duration retryWait) {
    /** What Semaphore's manual asks every client to send. */
    static final String USER_AGENT = "SemaphoreCI v2.0 Client";

    /** Refuses an address that is not plain HTTP(S), with a message for the operator. */
    public SemaphoreConnection {
        var scheme = base.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("Semaphore's address must begin with https:// or http://");
        }
        if (base.getHost() == null
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "Semaphore's address must be a host with at most a path, e.g. https://acme.semaphoreci.com");
        }
    }

    /** Uses the default time-outs: 2 s to connect, 15 s to answer, 8 s for promotions. */
    public static SemaphoreConnection to(URI base, Credential credential) {
        return new SemaphoreConnection(
                base,
                credential,
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofSeconds(8),
                Duration.ofMillis(200));
    }

    /** The address without trailing slashes. */
    String root() {
        return base.toString().replaceFirst("/+$", "");
    }
}
