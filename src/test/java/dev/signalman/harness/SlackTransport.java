package dev.signalman.harness;

import dev.signalman.simulator.slack.AppFeatures;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.slack.SlackSettings;
import java.net.URI;
import java.util.Locale;

/** How people's actions reach the bot. Every dialogue runs over HTTP, and again over a socket (CONTRIBUTING.md). */
public enum SlackTransport {
    HTTP,
    SOCKET;

    /** The transport in {@code -Dsignalman.way}; HTTP by default. */
    public static SlackTransport usual() {
        return valueOf(System.getProperty("signalman.way", "http").toUpperCase(Locale.ROOT));
    }

    AppInstallation installation() {
        var manifest = Manifest.of(this);
        var app = AppInstallation.usual()
                .granting(manifest.scopes())
                .showing(
                        AppFeatures.USUAL.unfurling("127.0.0.1").askingForOptions(manifest.saysWhereToAskForOptions()));
        return this == SOCKET ? app.overSockets() : app;
    }

    /** Over a socket the bot has no signing secret, like a real installation. */
    SlackSettings settings(SimulatedSlack slack) {
        var app = slack.app();
        return this == SOCKET
                ? new SlackSettings(app.botToken(), null, app.sockets().appToken(), URI.create(slack.apiUrl()))
                : new SlackSettings(app.botToken(), app.signingSecret(), null, URI.create(slack.apiUrl()));
    }
}
