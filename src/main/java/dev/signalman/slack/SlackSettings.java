package dev.signalman.slack;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to meet one Slack workspace.
 *
 * @param botToken a secret
 * @param signingSecret a secret; null where Slack does not call us over HTTP
 * @param apiUrl where the Web API is, e.g. {@code https://slack.com/api/}
 */
public record SlackSettings(String botToken, @Nullable String signingSecret, URI apiUrl) {
    @Override
    public String toString() {
        return "SlackSettings[" + apiUrl + "]";
    }
}
