package dev.signalman.app.config;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.promotions.PromotionRules;
import dev.signalman.semaphore.Credential;
import dev.signalman.slack.SlackSettings;
import dev.signalman.subject.ProjectSettings;
import java.net.URI;
import java.time.Duration;

/**
 * Everything that can be set, checked.
 *
 * @param port 0 for any free one
 * @param database as it was given: a JDBC URL, or {@code postgres://user:password@host:port/db}; a secret
 * @param pollInterval how often a pipeline that is watched is asked about
 */
public record Configuration(
        int port,
        SlackSettings slack,
        URI semaphore,
        Credential semaphoreToken,
        String database,
        Duration pollInterval,
        ProjectSettings projects,
        AccessRules access,
        PromotionRules promotions) {
    /** Where the database is when nothing is said. */
    public static final String DEFAULT_DATABASE = "jdbc:h2:file:./data/signalman";

    @Override
    public String toString() {
        return "Configuration[" + semaphore + "]";
    }
}
