package dev.signalman.simulator.semaphore.notifications;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody set up under Notifications: which projects' pipelines are told of, and where to.
 *
 * @param projects an empty list never matches, as in Semaphore
 * @param secret what the body is signed with; null when Semaphore finds none, and then sends it unsigned
 * @param timeout how long an answer may take
 * @param retries after a time-out alone; any answer counts, whatever it says
 */
public record NotificationRule(
        List<String> projects, URI endpoint, @Nullable String secret, Duration timeout, int retries) {
    /** Keeps its own copy. */
    public NotificationRule {
        projects = List.copyOf(projects);
    }

    /** One as it is set up when nobody says more: half a second, no retry. */
    public static NotificationRule of(URI endpoint, @Nullable String secret, String... projects) {
        return new NotificationRule(List.of(projects), endpoint, secret, Duration.ofMillis(500), 0);
    }

    /** The same, repeated after a time-out. */
    public NotificationRule retrying(int times) {
        return new NotificationRule(projects, endpoint, secret, timeout, times);
    }

    @Override
    public String toString() {
        return "NotificationRule to " + endpoint;
    }
}
