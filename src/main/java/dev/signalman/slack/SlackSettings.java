package dev.signalman.slack;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Settings for one Slack workspace.
 *
 * @param botToken a secret
 * @param signingSecret a secret; null without HTTP requests from Slack
 * @param appToken a secret, app-level; null without Socket Mode
 * @param apiUrl base of the Web API, e.g. {@code https://slack.com/api/}
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
