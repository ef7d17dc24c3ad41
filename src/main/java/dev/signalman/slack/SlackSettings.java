package dev.signalman.slack;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to meet one Slack workspace.
 *
 * @param botToken a secret
 * @param signingSecret a secret; null where Slack does not call us over HTTP
 * @param appToken a secret, app-level; null where Slack is not met over a socket
 * @param apiUrl where the Web API is, e.g. {@code https://slack.com/api/}
 */
public record SlackSettings(
        String botToken,
        @Nullable String signingSecret,
        @Nullable String appToken,
        URI apiUrl) {
    @Override
    public String toString() {
        return "SlackSettings[" + apiUrl + "]";
    }
}
