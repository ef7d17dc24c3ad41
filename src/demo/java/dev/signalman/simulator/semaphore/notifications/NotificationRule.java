package dev.signalman.simulator.semaphore.notifications;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification as set up in Semaphore: which projects, and where to.
 *
 * @param projects an empty list never matches, as in Semaphore
 * @param secret signs the body; null when Semaphore finds none, and sends it unsigned
 * @param timeout for an answer
 * @param retries after time-outs only; any answer counts
 */
public record NotificationRule(
        List<String> projects, URI endpoint, @Nullable String secret, Duration timeout, int retries) {
    /** Keeps its own copy. */
    public NotificationRule {
        projects = List.copyOf(projects);
    }

    /** Default settings: half a second, no retry. */
    public static NotificationRule of(URI endpoint, @Nullable String secret, String... projects) {
        return new NotificationRule(List.of(projects), endpoint, secret, Duration.ofMillis(500), 0);
    }

    /** Sets the number of retries after a time-out. */
    public NotificationRule retrying(int times) {
        return new NotificationRule(projects, endpoint, secret, timeout, times);
    }

    @Override
    public String toString() {
        return "NotificationRule to " + endpoint;
    }
}
