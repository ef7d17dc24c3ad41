package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import java.net.URI;
import java.time.Duration;

/**
 * Where Semaphore is, and how long it is waited for.
 *
 * @param base the organisation's address, e.g. {@code https://acme.semaphoreci.com}; a path before {@code /api} is kept
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take to begin, and again to end
 * @param promotionTimeout the same for promotions, whose gateway gives up after 5 s (docs/semaphore.md, "Time-outs")
 * @param retryWait before a read is repeated for the first time; doubled each time, with jitter
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


    /** Refuses an address that is no plain HTTP address, with words for the person who configures. */
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

    /** A connection with the usual time-outs: 2 s to connect, 15 s to answer, 8 s for promotions. */
    public static SemaphoreConnection to(URI base, Credential credential) {
        return new SemaphoreConnection(
                base,
                credential,
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofSeconds(8),
                Duration.ofMillis(200));
    }

    /** The address without slashes at its end. */
    String root() {
        return base.toString().replaceFirst("/+$", "");
    }
}
